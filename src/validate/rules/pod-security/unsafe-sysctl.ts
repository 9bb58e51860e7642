import { defineRule } from '../../rule.ts';
import { sysctlIsSafe } from '../pss/sysctls.ts';

export const unsafeSysctl = defineRule({
  id: 'unsafe-sysctl',
  set: 'recommended',
  title: 'A pod changes only kernel settings that every kubelet lets it change.',
  fix: 'Remove the setting, or have the nodes allow it (`allowedUnsafeSysctls`) and waive this finding.',
  severity: 'warning',
  aliases: ['kube-linter/unsafe-sysctls', 'monokle/PSS111'],
  restates: ['pss-sysctls'],
  kinds: 'pod-template',
  check({ pod, target }, report) {
    if (pod === undefined) return;
    for (const [position, { name = '' }] of (pod.spec.securityContext?.sysctls ?? []).entries()) {
      if (sysctlIsSafe(name, target.minor)) continue;
      report({
        messageId: 'unsafe',
        message: `${name} is no safe kernel setting: a kubelet that was not told to allow it refuses the pod`,
        pointer: `${pod.pointer}/spec/securityContext/sysctls/${position}/name`,
        seen: name,
      });
    }
  },
});
