import { containersOf } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';

export const privilegedContainer = defineRule({
  id: 'privileged-container',
  set: 'recommended',
  title: 'No container is privileged.',
  fix: 'Remove `securityContext.privileged`, and add the capabilities that are needed one by one.',
  severity: 'error',
  aliases: [
    'kube-linter/privileged-container',
    'kube-score/container-security-context-privileged',
    'polaris/runAsPrivileged',
    'checkov/CKV_K8S_16',
    'monokle/PSS103',
  ],
  restates: ['pss-privileged'],
  kinds: 'pod-template',
  check({ pod }, report) {
    if (pod === undefined) return;
    for (const { container, name, pointer } of containersOf(pod)) {
      if (container.securityContext?.privileged !== true) continue;
      report({
        messageId: 'privileged',
        message: `container "${name}" is privileged: it has all rights on its node`,
        pointer: `${pointer}/securityContext/privileged`,
        seen: 'true',
        allowed: 'false',
      });
    }
  },
});
