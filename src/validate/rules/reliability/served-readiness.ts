import { defineRule } from '../../rule.ts';
import { mainContainersOf, runsOn, servedWorkloads, servingTiers } from '../../workloads/index.ts';

export const servedReadiness = defineRule({
  id: 'served-readiness',
  set: 'recommended',
  title: 'Pods behind a Service say when they can take requests.',
  fix: 'Give the container that answers a `readinessProbe`.',
  severity: 'warning',
  tiers: servingTiers,
  aliases: ['kube-score/pod-probes'],
  kinds: ['/Service'],
  checkSet(world, report) {
    for (const [workload, service] of world.view(servedWorkloads)) {
      const { pod } = workload;
      if (pod === undefined || !runsOn(workload, pod)) continue;
      if (mainContainersOf(pod).some(({ container }) => container.readinessProbe !== undefined)) continue;
      report(workload, {
        messageId: 'missing',
        message: `Service "${service.ref.name}" sends requests to pods that have not started yet: no container has a readinessProbe`,
        pointer: `${pod.pointer}/spec/containers/0/readinessProbe`,
        related: [{ object: service, pointer: '/spec/selector' }],
      });
    }
  },
});
