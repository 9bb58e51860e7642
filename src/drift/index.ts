export type * from './drift.ts';
export { differingFields } from './fields.ts';
export { detectSourceDrift, isAtOrBelow, type ExpectedFile, type SourceDriftInput } from './source-drift.ts';
