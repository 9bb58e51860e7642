export { admissionVariables, variablesType } from './admissionregistration/cel-variables.ts';
export { validateCustomMetadata } from './meta/custom-metadata.ts';
export { prepareMetadata, receivedMetadata, receivedObject } from './defaults/index.ts';
export type { Check, FieldError, FieldErrorType } from './check.ts';
export type { KindValidation } from './kind-validation.ts';
export { findKindValidation, kindValidations } from './registry.ts';
export { validateKind, validateMetadata, validateObject, validateObjectUpdate } from './validate-object.ts';
