import { amountOf, definePodRule, runContainersOf } from '../../workloads/index.ts';

export const noCpuLimits = definePodRule({
  id: 'no-cpu-limits',
  set: 'recommended',
  title: 'No container is slowed down while its node has CPU to spare.',
  fix: 'Remove `resources.limits.cpu`: the request already gives the container its share.',
  severity: 'info',
  tiers: ['dev', 'pre-prod', 'prod'],
  opposite: 'cpu-limits',
  aliases: ['kyverno/forbid-cpu-limits'],
  checkPod(pod, report) {
    for (const { container, name, pointer } of runContainersOf(pod)) {
      const limit = container.resources?.limits;
      if (amountOf(limit, 'cpu') === undefined) continue;
      report({
        messageId: 'limited',
        message: `container "${name}" is stopped for the rest of each 100 ms once it has used its share of CPU`,
        pointer: `${pointer}/resources/limits/cpu`,
        seen: String(limit?.['cpu']),
        allowed: 'no limit of CPU, but a request',
      });
    }
  },
});
