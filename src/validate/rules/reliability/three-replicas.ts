import { defineRule } from '../../rule.ts';
import { numberOption, replicasOf, replicatedKinds, replicatedWorkloads } from '../../workloads/index.ts';

export const threeReplicas = defineRule({
  id: 'three-replicas',
  set: 'strict',
  title: 'A workload has a pod left when one is drained and another fails.',
  fix: 'Set `replicas` to 3 or more, or give the workload an autoscaler.',
  severity: 'info',
  aliases: ['kube-linter/minimum-three-replicas', 'polaris/deploymentMissingReplicas'],
  options: { minimum: 3 },
  kinds: replicatedKinds,
  checkSet(world, report, _leaveOut, options) {
    const minimum = numberOption(options, 'minimum', 3);
    for (const workload of replicatedWorkloads(world)) {
      const { least, scaler } = replicasOf(world, workload);
      if (scaler !== undefined || least >= minimum) continue;
      report(workload, {
        messageId: 'too-few',
        message: `${workload.ref.kind} "${workload.ref.name}" has ${least} pods`,
        pointer: '/spec/replicas',
        seen: String(least),
        allowed: `${minimum} or more`,
      });
    }
  },
});
