import { defineRule } from '../../rule.ts';
import { numberOption, replicasOf, servedWorkloads, servingTiers } from '../../workloads/index.ts';

export const minimumReplicas = defineRule({
  id: 'minimum-replicas',
  set: 'recommended',
  title: 'What a Service sends requests to does not hang on one pod.',
  fix: 'Set `replicas` to 2 or more, or give the workload an autoscaler.',
  severity: 'warning',
  tiers: servingTiers,
  aliases: [
    'kube-score/deployment-replicas',
    'polaris/deploymentMissingReplicas',
    'kyverno/require-deployments-have-multiple-replicas',
  ],
  options: { minimum: 2 },
  kinds: ['apps/Deployment'],
  checkSet(world, report, _leaveOut, options) {
    const minimum = numberOption(options, 'minimum', 2);
    for (const [workload, service] of world.view(servedWorkloads)) {
      if (workload.ref.kind !== 'Deployment') continue;
      const { least, scaler, isCertain } = replicasOf(world, workload);
      // An autoscaler has a rule of its own, and none at all is scaled to by hand.
      if (scaler !== undefined || !isCertain || least >= minimum || least === 0) continue;
      report(workload, {
        messageId: 'too-few',
        message: `Service "${service.ref.name}" has ${least} pod to send requests to: nobody answers while it is replaced`,
        pointer: '/spec/replicas',
        seen: String(least),
        allowed: `${minimum} or more`,
        related: [{ object: service, pointer: '/spec/selector' }],
      });
    }
  },
});
