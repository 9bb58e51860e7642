import { containersWithUnequal, definePodRule } from '../../workloads/index.ts';

export const memoryRequestsEqualLimits = definePodRule({
  id: 'memory-requests-equal-limits',
  set: 'strict',
  title: 'A container may take as much memory as it requests, and no more.',
  fix: 'Set `requests` and `limits` of `memory` to the same amount.',
  severity: 'info',
  aliases: [
    'kube-score/container-memory-requests-equal-limits',
    'kube-score/container-resource-requests-equal-limits',
    'kyverno/memory-requests-equal-limits',
  ],
  checkPod(pod, report) {
    for (const { container, name, pointer } of containersWithUnequal(pod, 'memory')) {
      const { requests, limits } = container.resources ?? {};
      report({
        messageId: 'unequal',
        message: `container "${name}" requests ${String(requests?.['memory'])} and may take ${String(limits?.['memory'])} of memory`,
        pointer: `${pointer}/resources/requests/memory`,
        seen: String(requests?.['memory']),
        allowed: String(limits?.['memory']),
      });
    }
  },
});
