import type { SelfSubjectAccessReviewSpec, SubjectAccessReviewSpec } from '../../schema/types/authorization-v1.ts';
import type { ObjectMeta } from '../../schema/types/meta-v1.ts';
import { invalid } from '../check.ts';
import type { Check } from '../check.ts';
import { child } from '../field-path.ts';
import { validateResourceAttributes } from './resource-attributes.ts';

const spec = child(undefined, 'spec');

/** A question is about a resource or about a URL. */
export function validateAccessQuestion(check: Check, given: SelfSubjectAccessReviewSpec = {}): void {
  const { resourceAttributes, nonResourceAttributes } = given;
  if (resourceAttributes !== undefined && nonResourceAttributes !== undefined) {
    invalid(check, child(spec, 'nonResourceAttributes'), undefined, 'may not stand beside resourceAttributes');
  }
  if (resourceAttributes === undefined && nonResourceAttributes === undefined) {
    invalid(check, child(spec, 'resourceAttributes'), undefined, 'must be set, or nonResourceAttributes');
  }
  validateResourceAttributes(check, resourceAttributes);
}

export function validateAsker(check: Check, { user = '', groups = [] }: SubjectAccessReviewSpec = {}): void {
  if (user === '' && groups.length === 0) invalid(check, child(spec, 'user'), user, 'must be set, or groups');
}

/** The server clears these before it looks. */
const cleared = [
  'managedFields',
  'creationTimestamp',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
  'uid',
  'selfLink',
];

/** A review is answered, never kept: it has no metadata. */
export function validateNoMetadata(check: Check, metadata: ObjectMeta = {}, butNamespace = false): void {
  const ignored = butNamespace ? [...cleared, 'namespace'] : cleared;
  const isGiven = Object.entries(metadata).some(([field, value]) => !ignored.includes(field) && isSet(value));
  if (isGiven) invalid(check, child(undefined, 'metadata'), undefined, 'must be empty in a review');
}

function isSet(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
  return value !== undefined && value !== '' && value !== 0;
}
