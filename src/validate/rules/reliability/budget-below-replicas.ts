import { memberOf } from '../../../analysis/index.ts';
import type { SetObject, World } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import { budgetsByWorkload, countOf, replicasOf, replicatedWorkloads } from '../../workloads/index.ts';

export const budgetBelowReplicas = defineRule({
  id: 'budget-below-replicas',
  set: 'recommended',
  title: 'A PodDisruptionBudget asks for fewer pods than there are.',
  fix: 'Set `maxUnavailable: 1` instead of `minAvailable`: it holds for any number of pods.',
  severity: 'warning',
  aliases: [
    'kube-linter/pdb-min-available',
    'polaris/pdbMinAvailableGreaterThanHPAMinReplicas',
    'kyverno/deployment-replicas-higher-than-pdb',
    'kyverno/pdb-minavailable',
  ],
  kinds: ['policy/PodDisruptionBudget'],
  checkSet(world, report) {
    for (const [budget, workloads] of world.view(workloadsByBudget)) {
      const minAvailable = memberOf(budget.object, 'spec', 'minAvailable');
      const ranges = workloads.map((workload) => replicasOf(world, workload));
      const replicas = ranges.reduce((sum, { least }) => sum + least, 0);
      const wanted = countOf(minAvailable, replicas);
      if (wanted === undefined || minAvailable === '100%' || replicas === 0 || wanted < replicas) continue;
      if (ranges.some(({ isCertain }) => !isCertain)) continue;
      const scalers = ranges.flatMap(({ scaler }) => (scaler === undefined ? [] : [scaler]));
      const when = scalers.length === 0 ? '' : ' at quiet times';
      report(budget, {
        messageId: scalers.length === 0 ? 'replicas' : 'autoscaler',
        message: `${wanted} of ${replicas} pods must be there${when}: none can be evicted, and no node with one of them drained`,
        pointer: '/spec/minAvailable',
        seen: String(minAvailable),
        allowed: `less than ${replicas}`,
        related: [
          ...workloads.map((object) => ({ object, pointer: '/spec/replicas' })),
          ...scalers.map(({ object, leastPointer }) => ({ object, pointer: leastPointer })),
        ],
      });
    }
  },
});

/** Deployments and StatefulSets alone: of others nobody knows how many pods there will be. */
function workloadsByBudget(world: World): ReadonlyMap<SetObject, readonly SetObject[]> {
  const found = new Map<SetObject, SetObject[]>();
  for (const workload of replicatedWorkloads(world)) {
    for (const budget of world.view(budgetsByWorkload).get(workload) ?? []) {
      const known = found.get(budget);
      if (known === undefined) found.set(budget, [workload]);
      else known.push(workload);
    }
  }
  return found;
}
