import type { ValidatingAdmissionPolicy } from '../../schema/types/admissionregistration-v1.ts';
import { dns1123Subdomain } from '../../formats/index.ts';
import { required } from '../check.ts';
import { child, index } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { validateAuditAnnotations } from './audit-annotations.ts';
import { validatePolicyFrame } from './policy-frame.ts';
import { storedExpressions, validatePolicyValidation } from './policy-validation.ts';
import { validateVariables } from './policy-variables.ts';

const at = child(undefined, 'spec');

export const validatingAdmissionPolicyValidation = defineKind<ValidatingAdmissionPolicy>({
  group: 'admissionregistration.k8s.io',
  kind: 'ValidatingAdmissionPolicy',
  rule: {
    id: 'valid-validating-admission-policy',
    title: 'A ValidatingAdmissionPolicy is one that the API server accepts.',
    fix: 'Name resource rules, and write expressions that compile and yield a boolean.',
  },
  name: dns1123Subdomain,
  renamed: true,
  plainFinalizers: true,
  validate(check, { metadata, spec = {} }) {
    const old = (check.old as ValidatingAdmissionPolicy | undefined)?.spec;
    validatePolicyFrame(check, spec, old, at);
    const { variables = [], validations = [], auditAnnotations = [] } = spec;
    const params = spec.paramKind !== undefined;
    const stored = storedExpressions(old);
    // Without variables the word itself is unknown.
    const composed = validateVariables(check, variables, params, child(at, 'variables'), stored.validations);
    const scope = { params, stored, ...(variables.length > 0 ? { variables: composed } : {}) };
    if (validations.length === 0 && auditAnnotations.length === 0) {
      for (const field of ['validations', 'auditAnnotations']) {
        required(check, child(at, field), 'must have an item, or the other of validations and auditAnnotations');
      }
    }
    for (const [position, validation] of validations.entries()) {
      validatePolicyValidation(check, validation, scope, index(child(at, 'validations'), position));
    }
    validateAuditAnnotations(check, auditAnnotations, metadata ?? {}, scope);
  },
});
