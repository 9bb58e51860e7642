import type { MutatingAdmissionPolicyBinding } from '../../schema/types/admissionregistration-v1.ts';
import { dns1123Subdomain } from '../../formats/index.ts';
import { child } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { validateBinding } from './binding.ts';
import { refuseDeletion } from './rules.ts';

export const mutatingAdmissionPolicyBindingValidation = defineKind<MutatingAdmissionPolicyBinding>({
  group: 'admissionregistration.k8s.io',
  kind: 'MutatingAdmissionPolicyBinding',
  rule: {
    id: 'valid-mutating-admission-policy-binding',
    title: 'A MutatingAdmissionPolicyBinding is one that the API server accepts.',
    fix: 'Name the policy, give paramRef a name or a selector and a parameterNotFoundAction, and leave out DELETE.',
  },
  name: dns1123Subdomain,
  renamed: true,
  plainFinalizers: true,
  validate(check, { spec = {} }) {
    validateBinding(check, spec);
    const rules = spec.matchResources?.resourceRules;
    refuseDeletion(check, rules, child(undefined, 'spec', 'matchResources', 'resourceRules'));
  },
});
