import { fieldProblem } from '../../field-problem.ts';
import { defineRule } from '../../rule.ts';

export const validCustomResource = defineRule({
  id: 'valid-custom-resource',
  set: 'api-server',
  title: 'A custom resource keeps to the schema and the rules of its definition.',
  fix: 'Give the field what its custom resource definition allows there.',
  severity: 'error',
  aliases: ['kube-linter/schema-validation', 'monokle/K8S001'],
  kinds: 'custom',
  check({ apiVersion, ref, custom, customVerdict }, report, leaveOut) {
    if (custom?.served === false) {
      report({
        messageId: 'not-served',
        message: `${apiVersion} ${ref.kind} is declared but not served`,
        pointer: '/apiVersion',
        seen: apiVersion,
        fix: 'Use a version that the custom resource definition serves.',
      });
      return;
    }
    if (custom?.factsOnly === true) leaveOut('facts-only', `${apiVersion}/${ref.kind}`);
    for (const error of customVerdict?.errors ?? []) {
      if (error.type !== 'unknown-field') report(fieldProblem(error, ref));
    }
    for (const { rule, reason } of customVerdict?.notChecked ?? []) {
      report({
        messageId: 'rule-not-checked',
        message: `a rule of the definition was not checked: ${reason}: ${rule}`,
        pointer: '',
        severity: 'warning',
        fix: 'Ask a cluster: `kubectl apply --dry-run=server`.',
      });
      leaveOut('cel-unsupported', `${apiVersion}/${ref.kind}`);
    }
  },
});
