import { selects } from '../../../analysis/index.ts';
import type { Present, World } from '../../../analysis/index.ts';
import type { LabelSelector } from '../../../schema/types/meta-v1.ts';
import { referencesIn } from './ends.ts';

/** Services that a selector takes: looked up by its rarest label, because a namespace may have many. */
export function servicesWith(world: World, namespace: string | undefined, selector: LabelSelector): readonly Present[] {
  const byLabel = world.view(servicesByLabel);
  let candidates: readonly Present[] | undefined;
  for (const label of Object.entries(selector.matchLabels ?? {})) {
    const found = byLabel.get(label.join('=')) ?? [];
    if (candidates === undefined || found.length < candidates.length) candidates = found;
  }
  const all = candidates ?? referencesIn(world).all('/Service', namespace);
  return all.filter(
    (one) =>
      (namespace === undefined || one.namespace === undefined || one.namespace === namespace) &&
      selects(selector, one.labels ?? {}),
  );
}

function servicesByLabel(world: World): ReadonlyMap<string, readonly Present[]> {
  const byLabel = new Map<string, Present[]>();
  for (const service of referencesIn(world).all('/Service', undefined)) {
    for (const label of Object.entries(service.labels ?? {})) {
      const key = label.join('=');
      const known = byLabel.get(key);
      if (known === undefined) byLabel.set(key, [service]);
      else known.push(service);
    }
  }
  return byLabel;
}
