import { isWindows } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import { effectiveOf } from './effective-context.ts';

export const rootUserConflict = defineRule({
  id: 'root-user-conflict',
  set: 'recommended',
  title: 'No container is told to run as root and not to.',
  fix: 'Name another user in `runAsUser`, or leave it out so that the image decides.',
  severity: 'error',
  aliases: ['kube-linter/run-as-non-root'],
  restates: ['pss-run-as-user'],
  kinds: 'pod-template',
  check({ pod }, report) {
    if (pod === undefined || isWindows(pod)) return;
    const users = effectiveOf(pod, 'runAsUser');
    const seen = new Set<string>();
    for (const [index, { container, value }] of effectiveOf(pod, 'runAsNonRoot').entries()) {
      const user = users[index];
      if (value !== true || user?.value !== 0 || seen.has(user.pointer)) continue;
      seen.add(user.pointer);
      report({
        messageId: 'conflict',
        message: `container "${container}" has runAsNonRoot true and runAsUser 0: the kubelet will not start it`,
        pointer: user.pointer,
        seen: '0',
        allowed: '1 or more',
      });
    }
  },
});
