import { containersOf } from '../../../analysis/index.ts';
import { maskedValue } from '../../../kernel/index.ts';
import { defineRule } from '../../rule.ts';
import { sensitivityOf } from './sensitive.ts';

export const secretInEnv = defineRule({
  id: 'secret-in-env',
  set: 'recommended',
  title: 'No password or token is the value of an environment variable.',
  fix: 'Change it, since it is in the history of the repository; take the new one from a Secret with `valueFrom.secretKeyRef`, or mount it.',
  severity: 'error',
  aliases: ['kube-linter/env-var-secret', 'polaris/sensitiveContainerEnvVar', 'monokle/KBP111'],
  restates: ['plain-credential'],
  kinds: 'pod-template',
  check({ pod }, report) {
    if (pod === undefined) return;
    for (const { container, name, pointer } of containersOf(pod)) {
      for (const [position, { name: variable = '', value = '' }] of (container.env ?? []).entries()) {
        const sensitivity = sensitivityOf(variable, value);
        if (sensitivity === undefined) continue;
        report({
          messageId: sensitivity,
          message: `container "${name}" gets ${variable} in plain text${sensitivity === 'random' ? ', and it looks like a secret' : ''}`,
          pointer: `${pointer}/env/${position}/value`,
          seen: maskedValue,
          allowed: 'valueFrom.secretKeyRef',
          ...(sensitivity === 'random' ? { severity: 'warning' } : {}),
        });
      }
    }
  },
});
