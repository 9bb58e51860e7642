export * from './exit-code.ts';
export type * from './finding.ts';
export * from './json.ts';
export * from './location.ts';
export * from './object-ref.ts';
export * from './ports.ts';
export * from './unit-ref.ts';
export * from './user-error.ts';
