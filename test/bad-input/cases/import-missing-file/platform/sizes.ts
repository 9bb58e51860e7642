import { small } from './small.js';

export const all = [small];
