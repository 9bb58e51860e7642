export { ownObjects } from './cluster-own.ts';
export { dataReferencesOf } from './pod-data.ts';
export type { DataReference } from './pod-data.ts';
export { podHolders } from './pod-holders.ts';
export type { PodHolder } from './pod-holders.ts';
export type { Port, Present } from './present.ts';
export { indexReferences } from './reference-index.ts';
export type { ReferenceIndex } from './reference-index.ts';
