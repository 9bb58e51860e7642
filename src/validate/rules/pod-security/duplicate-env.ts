import { containersOf } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';

export const duplicateEnv = defineRule({
  id: 'duplicate-env',
  set: 'recommended',
  title: 'A container sets each environment variable once.',
  fix: 'Remove one of the two.',
  severity: 'error',
  aliases: ['kube-linter/duplicate-env-var', 'kube-score/environment-variable-key-duplication'],
  kinds: 'pod-template',
  check({ pod }, report) {
    if (pod === undefined) return;
    for (const { container, name, pointer } of containersOf(pod)) {
      const first = new Map<string, number>();
      for (const [position, { name: variable = '' }] of (container.env ?? []).entries()) {
        const before = first.get(variable);
        if (before === undefined) first.set(variable, position);
        else
          report({
            messageId: 'duplicate',
            message: `container "${name}" sets ${variable} a second time (first in env[${before}]): server-side apply refuses that, and otherwise the last one holds`,
            pointer: `${pointer}/env/${position}/name`,
            seen: variable,
          });
      }
    }
  },
});
