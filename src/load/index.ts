export { definedAt } from './defined-at.ts';
export { evaluate, type Modules } from './evaluate.ts';
export { load, type LoadResult } from './load.ts';
export { openPositions, type Positions } from './positions.ts';
