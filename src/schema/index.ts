export { decode } from './decode/decode.ts';
export type { Decoded } from './decode/decode.ts';
export { judgeKind } from './kinds/judge-kind.ts';
export type { Deprecation, KindVerdict } from './kinds/judge-kind.ts';
export { nearestNames } from './nearest.ts';
export { builtInKind, builtInKinds, objectType, tabledMinors } from './tables.ts';
export type { BuiltInKind, FieldType, ObjectType, Primitive } from './tables.ts';
