import type { MutatingAdmissionPolicy } from '../../schema/types/admissionregistration-v1.ts';
import { dns1123Subdomain } from '../../formats/index.ts';
import { required } from '../check.ts';
import { child, index } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { checkRequiredText } from '../text-field.ts';
import { storedMutations, validateMutation } from './mutation.ts';
import { reinvocationPolicies } from './policies.ts';
import { validatePolicyFrame } from './policy-frame.ts';
import { validateVariables } from './policy-variables.ts';
import { refuseDeletion } from './rules.ts';

const at = child(undefined, 'spec');

export const mutatingAdmissionPolicyValidation = defineKind<MutatingAdmissionPolicy>({
  group: 'admissionregistration.k8s.io',
  kind: 'MutatingAdmissionPolicy',
  rule: {
    id: 'valid-mutating-admission-policy',
    title: 'A MutatingAdmissionPolicy is one that the API server accepts.',
    fix: 'Name resource rules without DELETE, a reinvocationPolicy, and mutations whose expressions compile.',
  },
  name: dns1123Subdomain,
  renamed: true,
  plainFinalizers: true,
  validate(check, { spec = {} }) {
    const old = (check.old as MutatingAdmissionPolicy | undefined)?.spec;
    validatePolicyFrame(check, spec, old, at);
    refuseDeletion(check, spec.matchConstraints?.resourceRules, child(at, 'matchConstraints', 'resourceRules'));
    const { variables = [], mutations = [], paramKind } = spec;
    const params = paramKind !== undefined;
    const composed = validateVariables(check, variables, params, child(at, 'variables'));
    if (mutations.length === 0) required(check, child(at, 'mutations'));
    const scope = { params, variables: composed, stored: storedMutations(old) };
    for (const [position, mutation] of mutations.entries()) {
      validateMutation(check, mutation, scope, index(child(at, 'mutations'), position));
    }
    checkRequiredText(check, child(at, 'reinvocationPolicy'), spec.reinvocationPolicy, (text) =>
      reinvocationPolicies.includes(text) ? undefined : `must be one of ${reinvocationPolicies.join(' and ')}`,
    );
  },
});
