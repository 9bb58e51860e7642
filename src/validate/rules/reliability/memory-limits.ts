import { containersWithout, definePodRule, everyTier } from '../../workloads/index.ts';

export const memoryLimits = definePodRule({
  id: 'memory-limits',
  set: 'recommended',
  title: 'Every container has an upper bound of memory.',
  fix: 'Set `resources.limits.memory`, best to what `requests.memory` is.',
  severity: 'warning',
  aliases: [
    'kube-linter/unset-memory-requirements',
    'kube-score/container-resources',
    'polaris/memoryLimitsMissing',
    'checkov/CKV_K8S_13',
    'monokle/KBP005',
  ],
  tiers: everyTier,
  checkPod(pod, report) {
    for (const { name, pointer } of containersWithout(pod, 'limits', 'memory')) {
      report({
        messageId: 'missing',
        message: `container "${name}" has no upper bound of memory`,
        pointer: `${pointer}/resources/limits/memory`,
      });
    }
  },
});
