import { containersWithUnequal, definePodRule } from '../../workloads/index.ts';

export const cpuRequestsEqualLimits = definePodRule({
  id: 'cpu-requests-equal-limits',
  set: 'strict',
  title: 'A container may take as much CPU as it requests, and no more.',
  fix: 'Set `requests` and `limits` of `cpu` to the same amount.',
  severity: 'info',
  aliases: ['kube-score/container-cpu-requests-equal-limits', 'kube-score/container-resource-requests-equal-limits'],
  checkPod(pod, report) {
    for (const { container, name, pointer } of containersWithUnequal(pod, 'cpu')) {
      const { requests, limits } = container.resources ?? {};
      report({
        messageId: 'unequal',
        message: `container "${name}" requests ${String(requests?.['cpu'])} and may take ${String(limits?.['cpu'])} of cpu`,
        pointer: `${pointer}/resources/requests/cpu`,
        seen: String(requests?.['cpu']),
        allowed: String(limits?.['cpu']),
      });
    }
  },
});
