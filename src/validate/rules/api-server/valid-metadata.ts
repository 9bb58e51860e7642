import { findKindValidation, validateMetadata } from '../../../api-server/index.ts';
import type { Check } from '../../../api-server/index.ts';
import { fieldProblem } from '../../field-problem.ts';
import { defineRule } from '../../rule.ts';

export const validMetadata = defineRule({
  id: 'valid-metadata',
  set: 'api-server',
  title: 'Names, labels, annotations, owners and finalizers have the forms that Kubernetes asks for.',
  fix: 'Give the name, label or annotation the form that is named.',
  severity: 'error',
  kinds: 'every',
  check({ apiVersion, ref, builtIn, decoded, old, target }, report) {
    const validation = findKindValidation(apiVersion, ref.kind);
    if (validation === undefined || builtIn === undefined) return;
    const check: Check = { minor: target.minor, errors: [] };
    validateMetadata(check, decoded.object, old?.decoded.object, validation, builtIn);
    for (const error of check.errors) report(fieldProblem(error, ref));
  },
});
