/** Common Expression Language as a Kubernetes API server runs it. */
export { compileCel } from './compile.ts';
export { escapeField, unescapeField } from './escape.ts';
export { evaluationError, unsupportedValue } from './failure.ts';
export * from './outcome.ts';
export { toPlainValue } from './plain-value.ts';
export type { CelSchema } from './schema.ts';
export { celTypeOf } from './schema-type.ts';
export { toCelValue } from './schema-value.ts';
export * from './type.ts';
export * from './value.ts';
export { ruleVariables } from './variables.ts';
