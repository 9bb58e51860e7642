import { memberOf } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import { replicatedWorkloads, scalersByTarget } from '../../workloads/index.ts';

export const statedReplicas = defineRule({
  id: 'stated-replicas',
  set: 'strict',
  title: 'Somebody says how many pods a Deployment has.',
  fix: 'Set `replicas`, or give the Deployment an autoscaler.',
  severity: 'info',
  aliases: ['polaris/deploymentMissingReplicas', 'kube-score/deployment-replicas'],
  kinds: ['apps/Deployment'],
  checkSet(world, report) {
    for (const workload of replicatedWorkloads(world)) {
      if (workload.ref.kind !== 'Deployment' || world.view(scalersByTarget).has(workload)) continue;
      if (memberOf(workload.object, 'spec', 'replicas') !== undefined) continue;
      report(workload, {
        messageId: 'missing',
        message: `neither \`replicas\` nor an autoscaler says how many pods Deployment "${workload.ref.name}" has: the server makes one`,
        pointer: '/spec/replicas',
      });
    }
  },
});
