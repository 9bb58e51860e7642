import { defineRule } from '../../rule.ts';
import { reportLowIds } from './low-id.ts';

export const lowUserId = defineRule({
  id: 'low-user-id',
  set: 'strict',
  title: 'Every container runs with a user id that no node gives to anybody.',
  fix: 'Set `securityContext.runAsUser` in the pod, to 10000 or more.',
  severity: 'warning',
  aliases: ['kube-score/container-security-context-user-group-id', 'checkov/CKV_K8S_40', 'monokle/KBP104'],
  options: { least: 10_000 },
  kinds: 'pod-template',
  check: (view, report, _leaveOut, options) => reportLowIds(view, 'runAsUser', options, report),
});
