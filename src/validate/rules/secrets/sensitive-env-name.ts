import { containersOf } from '../../../analysis/index.ts';
import { maskedValue } from '../../../kernel/index.ts';
import { defineRule } from '../../rule.ts';
import { soundsSecret } from './tool-names.ts';

export const sensitiveEnvName = defineRule({
  id: 'sensitive-env-name',
  set: 'strict',
  title: 'An environment variable that sounds like a secret has no literal value.',
  fix: 'Take the value from a Secret with `valueFrom.secretKeyRef`, or give the variable a name that says what it is.',
  severity: 'warning',
  aliases: ['kube-linter/env-var-secret', 'polaris/sensitiveContainerEnvVar', 'monokle/KBP111'],
  restates: ['secret-in-env', 'plain-credential'],
  kinds: 'pod-template',
  check({ pod }, report) {
    if (pod === undefined) return;
    for (const { container, name, pointer } of containersOf(pod)) {
      for (const [position, { name: variable = '', value = '' }] of (container.env ?? []).entries()) {
        if (value === '' || !soundsSecret(variable)) continue;
        report({
          messageId: 'literal',
          message: `container "${name}" gets ${variable}, which sounds like a secret, as a literal`,
          pointer: `${pointer}/env/${position}/value`,
          seen: maskedValue,
          allowed: 'valueFrom',
        });
      }
    }
  },
});
