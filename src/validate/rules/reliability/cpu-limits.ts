import { containersWithout, definePodRule } from '../../workloads/index.ts';

export const cpuLimits = definePodRule({
  id: 'cpu-limits',
  set: 'strict',
  title: 'Every container has an upper bound of CPU.',
  fix: 'Set `resources.limits.cpu`.',
  severity: 'warning',
  aliases: [
    'kube-linter/unset-cpu-requirements',
    'kube-score/container-resources',
    'polaris/cpuLimitsMissing',
    'checkov/CKV_K8S_11',
    'monokle/KBP003',
  ],
  tiers: ['sandbox', 'ci'],
  checkPod(pod, report) {
    for (const { name, pointer } of containersWithout(pod, 'limits', 'cpu')) {
      report({
        messageId: 'missing',
        message: `container "${name}" has no upper bound of CPU`,
        pointer: `${pointer}/resources/limits/cpu`,
      });
    }
  },
});
