import { containersWithUnequal, definePodRule } from '../../workloads/index.ts';

export const ephemeralStorageRequestsEqualLimits = definePodRule({
  id: 'ephemeral-storage-requests-equal-limits',
  set: 'strict',
  title: 'A container may take as much ephemeral storage as it requests, and no more.',
  fix: 'Set `requests` and `limits` of `ephemeral-storage` to the same amount.',
  severity: 'info',
  aliases: ['kube-score/container-ephemeral-storage-request-equals-limit'],
  checkPod(pod, report) {
    for (const { container, name, pointer } of containersWithUnequal(pod, 'ephemeral-storage')) {
      const { requests, limits } = container.resources ?? {};
      report({
        messageId: 'unequal',
        message: `container "${name}" requests ${String(requests?.['ephemeral-storage'])} and may take ${String(limits?.['ephemeral-storage'])} of ephemeral-storage`,
        pointer: `${pointer}/resources/requests/ephemeral-storage`,
        seen: String(requests?.['ephemeral-storage']),
        allowed: String(limits?.['ephemeral-storage']),
      });
    }
  },
});
