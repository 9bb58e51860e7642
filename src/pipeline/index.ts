export { explain } from './explain.ts';
export { loadFleet, type LoadedFleet } from './load-fleet.ts';
export type { SynthRun } from './synth-result.ts';
export { synthesize } from './synthesize.ts';
export type * from './types.ts';
export { minorOf } from './validate/kubernetes-version.ts';
export { validateFleet } from './validate/validate-fleet.ts';
export { validatePaths } from './validate/validate-paths.ts';
export { verify } from './verify.ts';
