import type { ValidatingAdmissionPolicyBinding } from '../../schema/types/admissionregistration-v1.ts';
import { dns1123Subdomain } from '../../formats/index.ts';
import { duplicate, invalid, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child, index } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { checkOneOf } from '../text-field.ts';
import { validateBinding } from './binding.ts';

export const validatingAdmissionPolicyBindingValidation = defineKind<ValidatingAdmissionPolicyBinding>({
  group: 'admissionregistration.k8s.io',
  kind: 'ValidatingAdmissionPolicyBinding',
  rule: {
    id: 'valid-validating-admission-policy-binding',
    title: 'A ValidatingAdmissionPolicyBinding is one that the API server accepts.',
    fix: 'Name the policy and validationActions, and give paramRef a name or a selector and a parameterNotFoundAction.',
  },
  name: dns1123Subdomain,
  renamed: true,
  plainFinalizers: true,
  validate(check, { spec = {} }) {
    validateBinding(check, spec);
    validateActions(check, spec.validationActions ?? []);
  },
});

function validateActions(check: Check, actions: readonly string[]): void {
  const at = child(undefined, 'spec', 'validationActions');
  if (actions.length === 0) required(check, at);
  for (const [position, action] of actions.entries()) {
    checkOneOf(check, index(at, position), action, ['Audit', 'Deny', 'Warn']);
    if (actions.indexOf(action) < position) duplicate(check, index(at, position), action);
  }
  if (actions.includes('Deny') && actions.includes('Warn')) {
    invalid(check, at, actions, 'may not have both Deny and Warn: they say the same twice');
  }
}
