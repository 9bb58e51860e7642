import sizes from '../dist/sizes.json';

export const all = sizes;
