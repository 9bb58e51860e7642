import type { RoleRef, Subject } from '../../schema/types/rbac-v1.ts';
import { dns1123Subdomain, pathSegmentName } from '../../formats/index.ts';
import { invalid, notSupported, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { checkOneOf, checkRequiredText, checkText } from '../text-field.ts';

const group = 'rbac.authorization.k8s.io';

export function validateRoleRef(check: Check, ref: RoleRef = {}, kinds: readonly string[]): void {
  const at = child(undefined, 'roleRef');
  checkOneOf(check, child(at, 'apiGroup'), ref.apiGroup || group, [group]);
  checkOneOf(check, child(at, 'kind'), ref.kind ?? '', kinds);
  checkRequiredText(check, child(at, 'name'), ref.name, pathSegmentName);
}

/** What a binding grants may change; which role it grants may not. */
export function validateRoleRefUpdate(check: Check, ref: RoleRef = {}, old: RoleRef = {}): void {
  const same = ref.kind === old.kind && ref.name === old.name && (ref.apiGroup || group) === (old.apiGroup || group);
  if (!same)
    invalid(check, child(undefined, 'roleRef'), undefined, 'may not change: delete the binding and make a new one');
}

export function validateSubjects(check: Check, subjects: readonly Subject[] = [], namespaced: boolean): void {
  for (const [position, subject] of subjects.entries()) {
    validateSubject(check, subject, namespaced, index(child(undefined, 'subjects'), position));
  }
}

function validateSubject(check: Check, subject: Subject, namespaced: boolean, at: FieldPath): void {
  const { kind = '', name = '', namespace = '', apiGroup = '' } = subject;
  if (name === '') required(check, child(at, 'name'));
  switch (kind) {
    case 'ServiceAccount':
      if (name !== '') checkText(check, child(at, 'name'), name, dns1123Subdomain);
      checkOneOf(check, child(at, 'apiGroup'), apiGroup, ['']);
      if (!namespaced && namespace === '') required(check, child(at, 'namespace'));
      return;
    case 'User':
    case 'Group':
      checkOneOf(check, child(at, 'apiGroup'), apiGroup || group, [group]);
      return;
    default:
      notSupported(check, child(at, 'kind'), kind, ['ServiceAccount', 'User', 'Group']);
  }
}
