import { containersWithout, definePodRule, everyTier } from '../../workloads/index.ts';

export const memoryRequests = definePodRule({
  id: 'memory-requests',
  set: 'recommended',
  title: 'Every container says how much memory it needs.',
  fix: 'Set `resources.requests.memory` to what the container uses at its busiest.',
  severity: 'warning',
  aliases: [
    'kube-linter/unset-memory-requirements',
    'kube-score/container-resources',
    'polaris/memoryRequestsMissing',
    'checkov/CKV_K8S_12',
    'monokle/KBP004',
  ],
  tiers: everyTier,
  checkPod(pod, report) {
    for (const { name, pointer } of containersWithout(pod, 'requests', 'memory')) {
      report({
        messageId: 'missing',
        message: `container "${name}" requests no memory`,
        pointer: `${pointer}/resources/requests/memory`,
      });
    }
  },
});
