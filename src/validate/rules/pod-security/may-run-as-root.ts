import { hasUserNamespace, isWindows } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import { effectiveOf } from './effective-context.ts';

export const mayRunAsRoot = defineRule({
  id: 'may-run-as-root',
  set: 'strict',
  title: 'No container may run as root.',
  fix: 'Set `securityContext.runAsNonRoot: true` in the pod, or name a user other than 0.',
  severity: 'warning',
  aliases: ['kube-linter/run-as-non-root', 'polaris/runAsRootAllowed', 'checkov/CKV_K8S_23'],
  restates: ['pss-run-as-non-root', 'pss-run-as-user', 'root-user-conflict'],
  kinds: 'pod-template',
  check({ pod }, report) {
    if (pod === undefined || isWindows(pod) || hasUserNamespace(pod)) return;
    const words = effectiveOf(pod, 'runAsNonRoot');
    const seen = new Set<string>();
    for (const [index, { container, value, pointer }] of effectiveOf(pod, 'runAsUser').entries()) {
      const nonRoot = words[index];
      if (nonRoot === undefined || (typeof value === 'number' && value > 0)) continue;
      const isRoot = value === 0;
      if (!isRoot && nonRoot.value === true) continue;
      const place = isRoot ? pointer : nonRoot.pointer;
      if (seen.has(place)) continue;
      seen.add(place);
      report({
        messageId: isRoot ? 'root' : nonRoot.value === false ? 'allowed' : 'required',
        message: isRoot
          ? `container "${container}" runs as user 0, root`
          : `container "${container}" runs as root if its image says so`,
        pointer: place,
        ...(isRoot ? { seen: '0' } : nonRoot.value === false ? { seen: 'false' } : {}),
        allowed: isRoot ? '1 or more' : 'true',
      });
    }
  },
});
