import { fieldProblem } from '../../field-problem.ts';
import { defineRule } from '../../rule.ts';

export const fieldTypes = defineRule({
  id: 'field-types',
  set: 'api-server',
  title: 'Every field holds the type that Kubernetes reads there.',
  fix: 'Give the field a value of the type that is named.',
  severity: 'error',
  aliases: ['kube-linter/schema-validation'],
  kinds: 'every',
  check({ decoded, ref }, report) {
    for (const error of decoded.errors) {
      if (error.type !== 'unknown-field') report(fieldProblem(error, ref));
    }
  },
});
