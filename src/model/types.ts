export type * from './declarations.ts';
export type * from './fleet.ts';
export type * from './fleet-policy.ts';
export type * from './unit-input.ts';
