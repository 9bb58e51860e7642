import { defineRule } from '../../rule.ts';
import {
  budgetsByWorkload,
  replicasOf,
  replicatedKinds,
  replicatedWorkloads,
  servingTiers,
} from '../../workloads/index.ts';

export const budgetPresent = defineRule({
  id: 'budget-present',
  set: 'recommended',
  title: 'A drain does not take all pods of a workload at once.',
  fix: 'Add a PodDisruptionBudget with `maxUnavailable: 1` that selects the pods.',
  severity: 'warning',
  tiers: servingTiers,
  aliases: [
    'kube-score/deployment-has-poddisruptionbudget',
    'kube-score/statefulset-has-poddisruptionbudget',
    'polaris/missingPodDisruptionBudget',
    'kyverno/require-pdb',
  ],
  kinds: replicatedKinds,
  checkSet(world, report) {
    for (const workload of replicatedWorkloads(world)) {
      const { least, scaler } = replicasOf(world, workload);
      if (least < 2 || world.view(budgetsByWorkload).has(workload)) continue;
      const { kind, name } = workload.ref;
      report(workload, {
        messageId: 'missing',
        message: `no PodDisruptionBudget selects the ${least} pods of ${kind} "${name}": a drain may take them all at once`,
        pointer: '/spec/template/metadata/labels',
        ...(scaler === undefined ? {} : { related: [{ object: scaler.object, pointer: scaler.leastPointer }] }),
      });
    }
  },
});
