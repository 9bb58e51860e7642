import type { World } from '../../analysis/index.ts';
import { isMapping, memberOf } from '../../analysis/index.ts';
import { isTyped, listAt, textAt } from './raw.ts';

export type Defaults = Readonly<Record<'requests' | 'limits', ReadonlyMap<string, string | number>>>;

/**
 * What the LimitRanges of a namespace give to containers that say nothing. As the API server fills in the ranges themselves: a
 * maximum is the default limit, a default limit the default request, a minimum the last resort.
 */
export function containerDefaults(world: World, namespace: string | undefined): Defaults {
  const requests = new Map<string, string | number>();
  const limits = new Map<string, string | number>();
  for (const range of world.inNamespace('/LimitRange', namespace)) {
    if (!isTyped(range, world)) continue;
    for (const item of listAt(range.object, 'spec', 'limits')) {
      if (textAt(item, 'type') !== 'Container') continue;
      const own = new Map([...amountsAt(item, 'max'), ...amountsAt(item, 'default')]);
      const asked = new Map([...amountsAt(item, 'min'), ...own, ...amountsAt(item, 'defaultRequest')]);
      for (const [resource, amount] of own) if (!limits.has(resource)) limits.set(resource, amount);
      for (const [resource, amount] of asked) if (!requests.has(resource)) requests.set(resource, amount);
    }
  }
  return { requests, limits };
}

function amountsAt(item: unknown, key: string): readonly (readonly [string, string | number])[] {
  const amounts = memberOf(item, key);
  if (!isMapping(amounts)) return [];
  return Object.entries(amounts).flatMap(([resource, amount]) =>
    typeof amount === 'string' || typeof amount === 'number' ? [[resource, amount] as const] : [],
  );
}
