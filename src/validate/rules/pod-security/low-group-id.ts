import { defineRule } from '../../rule.ts';
import { reportLowIds } from './low-id.ts';

export const lowGroupId = defineRule({
  id: 'low-group-id',
  set: 'strict',
  title: 'Every container runs with a group id that no node gives to anybody.',
  fix: 'Set `securityContext.runAsGroup` in the pod, to 10000 or more.',
  severity: 'warning',
  aliases: ['kube-score/container-security-context-user-group-id', 'monokle/KBP105'],
  options: { least: 10_000 },
  kinds: 'pod-template',
  check: (view, report, _leaveOut, options) => reportLowIds(view, 'runAsGroup', options, report),
});
