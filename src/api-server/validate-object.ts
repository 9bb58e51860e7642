import type { ObjectMeta } from '../schema/types/meta-v1.ts';
import type { Check } from './check.ts';
import type { KindValidation } from './kind-validation.ts';
import { metadataRulesOf, validateObjectMeta, validateObjectMetaUpdate } from './meta/object-meta.ts';

interface WithMetadata {
  readonly metadata?: ObjectMeta;
}

/** A new object, decoded: its metadata, and what its kind says. */
export function validateObject(
  check: Check,
  object: unknown,
  validation: KindValidation,
  { namespaced }: { readonly namespaced: boolean },
): void {
  if (validation.answered !== true) {
    validateObjectMeta(check, (object as WithMetadata).metadata, metadataRulesOf(validation, namespaced));
  }
  validation.validate(check, object);
}

/** A changed object beside the one it replaces, both decoded. */
export function validateObjectUpdate(
  check: Check,
  object: unknown,
  old: unknown,
  validation: KindValidation,
  { namespaced }: { readonly namespaced: boolean },
): void {
  const updated: Check = { ...check, old };
  const meta = (object as WithMetadata).metadata ?? {};
  const oldMeta = (old as WithMetadata).metadata ?? {};
  validateObjectMetaUpdate(updated, meta, oldMeta, metadataRulesOf(validation, namespaced));
  validation.validate(updated, object);
  validation.validateUpdate?.(updated, object, old);
}
