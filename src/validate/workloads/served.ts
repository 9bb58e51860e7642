import type { SetObject, World } from '../../analysis/index.ts';
import { isMapping, memberOf } from '../../analysis/index.ts';
import type { Labels } from '../../analysis/index.ts';
import { isTyped } from './raw.ts';

/** Objects with pods that a Service sends requests to, each with the first such Service. */
export function servedWorkloads(world: World): ReadonlyMap<SetObject, SetObject> {
  const served = new Map<SetObject, SetObject>();
  for (const service of world.ofKind('/Service')) {
    const selector = memberOf(service.object, 'spec', 'selector');
    if (!isTyped(service, world) || !isMapping(selector) || Object.keys(selector).length === 0) continue;
    for (const workload of world.podsMatching(service.ref.namespace, { matchLabels: selector as Labels })) {
      if (!served.has(workload) && isTyped(workload, world)) served.set(workload, service);
    }
  }
  return served;
}
