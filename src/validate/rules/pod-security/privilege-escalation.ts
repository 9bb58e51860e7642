import { containersOf, isWindows } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';

export const privilegeEscalation = defineRule({
  id: 'privilege-escalation',
  set: 'recommended',
  title: 'No container asks that its processes may gain more rights than they started with.',
  fix: 'Set `securityContext.allowPrivilegeEscalation: false`.',
  severity: 'warning',
  aliases: [
    'kube-linter/privilege-escalation-container',
    'polaris/privilegeEscalationAllowed',
    'checkov/CKV_K8S_20',
    'monokle/PSS202',
  ],
  restates: ['pss-allow-privilege-escalation', 'privileged-container'],
  kinds: 'pod-template',
  check({ pod }, report) {
    if (pod === undefined || isWindows(pod)) return;
    for (const { container, name, pointer } of containersOf(pod)) {
      if (container.securityContext?.allowPrivilegeEscalation !== true) continue;
      report({
        messageId: 'allowed',
        message: `container "${name}" lets its processes gain rights that they did not start with`,
        pointer: `${pointer}/securityContext/allowPrivilegeEscalation`,
        seen: 'true',
        allowed: 'false',
      });
    }
  },
});
