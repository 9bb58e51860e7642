export { runningEngine, type Engine } from './engine.ts';
export type { Bundle, BundledModule } from './bundle.ts';
export { evaluate, type Around, type Evaluated, type Modules } from './evaluate.ts';
export { definedAt } from './defined-at.ts';
export { load, type LoadOptions, type LoadResult } from './load.ts';
export { openPositions, type Positions } from './positions.ts';
