import { containersOf } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';

export const secretFromEnv = defineRule({
  id: 'secret-from-env',
  set: 'strict',
  title: 'Containers read secrets from files.',
  fix: 'Mount the Secret as a volume: the file changes when the Secret does, and no crash report prints it.',
  severity: 'info',
  aliases: ['kube-linter/read-secret-from-env-var', 'checkov/CKV_K8S_35', 'monokle/KBP112'],
  kinds: 'pod-template',
  check({ pod }, report) {
    if (pod === undefined) return;
    for (const { container, name, pointer } of containersOf(pod)) {
      for (const [position, { name: variable = '', valueFrom }] of (container.env ?? []).entries()) {
        const secret = valueFrom?.secretKeyRef;
        if (secret === undefined) continue;
        report({
          messageId: 'key',
          message: `container "${name}" gets ${variable} from Secret "${secret.name ?? ''}" as an environment variable`,
          pointer: `${pointer}/env/${position}/valueFrom/secretKeyRef`,
        });
      }
      for (const [position, { secretRef }] of (container.envFrom ?? []).entries()) {
        if (secretRef === undefined) continue;
        report({
          messageId: 'whole',
          message: `container "${name}" gets all of Secret "${secretRef.name ?? ''}" as environment variables`,
          pointer: `${pointer}/envFrom/${position}/secretRef`,
        });
      }
    }
  },
});
