import sizes from '../../sizes.json';

export const all = sizes;
