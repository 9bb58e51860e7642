import type { ObjectMeta } from '../schema/types/meta-v1.ts';
import type { Check } from './check.ts';
import type { KindValidation } from './kind-validation.ts';
import { metadataRulesOf, validateObjectMeta, validateObjectMetaUpdate } from './meta/object-meta.ts';

interface WithMetadata {
  readonly metadata?: ObjectMeta;
}

interface Scope {
  readonly namespaced: boolean;
}

/** The metadata of a decoded object; with `old` of a changed one beside the one it replaces. */
export function validateMetadata(
  check: Check,
  object: unknown,
  old: unknown,
  validation: KindValidation,
  { namespaced }: Scope,
): void {
  // A review is a question that the server answers: it has no name.
  if (validation.answered === true) return;
  const { metadata } = object as WithMetadata;
  const rules = metadataRulesOf(validation, namespaced);
  if (old === undefined) validateObjectMeta(check, metadata, rules);
  else validateObjectMetaUpdate({ ...check, old }, metadata ?? {}, (old as WithMetadata).metadata ?? {}, rules);
}

/** What the kind itself says of a decoded object; with `old` of a changed one beside the one it replaces. */
export function validateKind(check: Check, object: unknown, old: unknown, validation: KindValidation): void {
  if (old === undefined) {
    validation.validate(check, object);
    return;
  }
  const updated: Check = { ...check, old };
  validation.validate(updated, object);
  validation.validateUpdate?.(updated, object, old);
}

/** A new object, decoded: its metadata, and what its kind says. */
export function validateObject(check: Check, object: unknown, validation: KindValidation, scope: Scope): void {
  validateMetadata(check, object, undefined, validation, scope);
  validateKind(check, object, undefined, validation);
}

/** A changed object beside the one it replaces, both decoded. */
export function validateObjectUpdate(
  check: Check,
  object: unknown,
  old: unknown,
  validation: KindValidation,
  scope: Scope,
): void {
  validateMetadata(check, object, old, validation, scope);
  validateKind(check, object, old, validation);
}
