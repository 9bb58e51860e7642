export { digestOfUnit, type RenderBasis } from './digest.ts';
export type { UserCode } from './frames.ts';
export { holdUtc, installGuard, type Guard } from './guard/guard.ts';
export { perturbWorld } from './guard/perturb.ts';
export type { Recipes } from './recipes.ts';
export * from './synthesize-unit.ts';
export type * from './synth-result.ts';
export { fileCache, type Passed } from './unit-cache.ts';
