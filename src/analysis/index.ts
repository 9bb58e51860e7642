export * from './containers.ts';
export * from './manifest.ts';
export * from './pod.ts';
export { formatSelector, selects } from './selector.ts';
export type { Labels } from './selector.ts';
export { setObjectOf, sortObjects } from './set-object.ts';
export type { SetObject } from './set-object.ts';
export { openWorld } from './world.ts';
export type { ClusterFacts, World, WorldOptions } from './world.ts';
