import type { SetObject, World } from '../../analysis/index.ts';
import { isMapping, memberOf } from '../../analysis/index.ts';
import { isTyped } from './raw.ts';

/** The disruption budgets of each object with pods that has some. */
export function budgetsByWorkload(world: World): ReadonlyMap<SetObject, readonly SetObject[]> {
  const found = new Map<SetObject, SetObject[]>();
  for (const budget of world.ofKind('policy/PodDisruptionBudget')) {
    const selector = memberOf(budget.object, 'spec', 'selector');
    if (!isTyped(budget, world) || !isMapping(selector)) continue;
    // In v1beta1 an empty selector takes nothing.
    if (budget.ref.version === 'v1beta1' && Object.keys(selector).length === 0) continue;
    for (const workload of world.podsMatching(budget.ref.namespace, selector)) {
      const known = found.get(workload);
      if (known === undefined) found.set(workload, [budget]);
      else known.push(budget);
    }
  }
  return found;
}

/** How many of `replicas` a number or percentage stands for; Kubernetes rounds up. Undefined when it is neither. */
export function countOf(value: unknown, replicas: number): number | undefined {
  if (typeof value === 'number') return value;
  const percent = typeof value === 'string' ? /^(\d+)%$/.exec(value)?.[1] : undefined;
  return percent === undefined ? undefined : Math.ceil((Number(percent) * replicas) / 100);
}
