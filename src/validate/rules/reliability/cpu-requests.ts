import { containersWithout, definePodRule, everyTier } from '../../workloads/index.ts';

export const cpuRequests = definePodRule({
  id: 'cpu-requests',
  set: 'recommended',
  title: 'Every container says how much CPU it needs.',
  fix: 'Set `resources.requests.cpu` to what the container uses on an ordinary day.',
  severity: 'warning',
  aliases: [
    'kube-linter/unset-cpu-requirements',
    'kube-score/container-resources',
    'polaris/cpuRequestsMissing',
    'checkov/CKV_K8S_10',
    'monokle/KBP002',
  ],
  tiers: everyTier,
  checkPod(pod, report) {
    for (const { name, pointer } of containersWithout(pod, 'requests', 'cpu')) {
      report({
        messageId: 'missing',
        message: `container "${name}" requests no CPU`,
        pointer: `${pointer}/resources/requests/cpu`,
      });
    }
  },
});
