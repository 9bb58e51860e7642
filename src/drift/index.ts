export type * from './drift.ts';
