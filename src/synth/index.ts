export type * from './synth-result.ts';
