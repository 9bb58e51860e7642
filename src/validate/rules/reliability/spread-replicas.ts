import { defineRule } from '../../rule.ts';
import {
  avoidsItself,
  replicasOf,
  replicatedKinds,
  replicatedWorkloads,
  servingTiers,
  spreadsItself,
} from '../../workloads/index.ts';

export const spreadReplicas = defineRule({
  id: 'spread-replicas',
  set: 'recommended',
  title: 'The pods of a workload are spread over nodes or zones.',
  fix: 'Add `topologySpreadConstraints` that select the pods themselves, by zone and by hostname.',
  severity: 'warning',
  tiers: servingTiers,
  aliases: [
    'kube-linter/no-anti-affinity',
    'kube-score/deployment-has-host-podantiaffinity',
    'kube-score/statefulset-has-host-podantiaffinity',
    'polaris/topologySpreadConstraint',
    'kyverno/spread-pods-across-topology',
  ],
  kinds: replicatedKinds,
  checkSet(world, report) {
    for (const workload of replicatedWorkloads(world)) {
      const { pod, ref } = workload;
      if (pod === undefined || replicasOf(world, workload).least < 2) continue;
      if (spreadsItself(pod) || avoidsItself(pod)) continue;
      report(workload, {
        messageId: 'missing',
        message: `nothing keeps the pods of ${ref.kind} "${ref.name}" apart: one node or zone may have them all`,
        pointer: `${pod.pointer}/spec/topologySpreadConstraints`,
      });
    }
  },
});
