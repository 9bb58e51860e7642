import { fieldProblem } from '../../field-problem.ts';
import { defineRule } from '../../rule.ts';

export const knownFields = defineRule({
  id: 'known-fields',
  set: 'api-server',
  title: 'An object has only fields that its kind has in the version of Kubernetes that gets it.',
  fix: 'Correct the spelling, move the field to where it belongs, or remove it.',
  severity: 'error',
  aliases: ['kube-linter/schema-validation'],
  kinds: 'every',
  check({ decoded, customVerdict, ref }, report) {
    for (const error of customVerdict?.errors ?? decoded.errors) {
      if (error.type === 'unknown-field') report(fieldProblem(error, ref));
    }
  },
});
