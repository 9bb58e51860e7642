export { z } from 'zod';
export type * from './author-types.ts';
export * from './define.ts';
export { checkDeclaration, type DeclaredKind } from './check.ts';
export { drainDefinitions, isDefined, type Defined, type DefinedKind } from './defined.ts';
