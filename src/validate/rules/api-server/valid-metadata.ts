import { findKindValidation, validateCustomMetadata, validateMetadata } from '../../../api-server/index.ts';
import type { Check } from '../../../api-server/index.ts';
import { fieldProblem } from '../../field-problem.ts';
import { defineRule } from '../../rule.ts';

export const validMetadata = defineRule({
  id: 'valid-metadata',
  set: 'api-server',
  title: 'Names, labels, annotations, owners and finalizers have the forms that Kubernetes asks for.',
  fix: 'Give the name, label or annotation the form that is named.',
  severity: 'error',
  aliases: ['kube-score/label-values'],
  kinds: 'every',
  check(view, report) {
    const { apiVersion, ref, builtIn, custom, customVerdict, decoded, old, target } = view;
    const check: Check = { minor: target.minor, errors: [] };
    const validation = findKindValidation(apiVersion, ref.kind);
    if (builtIn !== undefined && validation !== undefined) {
      validateMetadata(check, decoded.object, old?.decoded.object, validation, builtIn);
    } else if (custom !== undefined && customVerdict !== undefined) {
      validateCustomMetadata(check, customVerdict, old?.customVerdict?.object, custom);
    }
    for (const error of check.errors) report(fieldProblem(error, ref));
  },
});
