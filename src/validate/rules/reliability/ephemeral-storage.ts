import { containersWithout, definePodRule } from '../../workloads/index.ts';

export const ephemeralStorage = definePodRule({
  id: 'ephemeral-storage',
  set: 'strict',
  title: "Every container says how much of its node's disk it needs and may take.",
  fix: 'Set `ephemeral-storage` in `resources.requests` and `resources.limits`.',
  severity: 'warning',
  aliases: ['kube-score/container-ephemeral-storage-request-and-limit'],
  checkPod(pod, report) {
    for (const part of ['requests', 'limits'] as const) {
      for (const { name, pointer } of containersWithout(pod, part, 'ephemeral-storage')) {
        report({
          messageId: part === 'requests' ? 'no-request' : 'no-limit',
          message: `container "${name}" ${part === 'requests' ? 'requests no' : 'has no upper bound of'} ephemeral storage`,
          pointer: `${pointer}/resources/${part}/ephemeral-storage`,
        });
      }
    }
  },
});
