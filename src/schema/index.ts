export { builtInKind, builtInKinds, objectType, tabledMinors } from './tables.ts';
export type { BuiltInKind, FieldType, ObjectType, Primitive } from './tables.ts';
