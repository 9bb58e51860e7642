export type * from './drift.ts';
export { differingFields } from './fields.ts';
export { detectSourceDrift, type ExpectedFile, type SourceDriftInput } from './source-drift.ts';
