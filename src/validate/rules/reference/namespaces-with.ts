import { selects } from '../../../analysis/index.ts';
import type { Present, World } from '../../../analysis/index.ts';
import type { LabelSelector } from '../../../schema/types/meta-v1.ts';
import { referencesIn } from './ends.ts';

const nameLabel = 'kubernetes.io/metadata.name';

/** Namespaces that a selector takes. Most selectors name one, and of the others many are equal. */
export function namespacesWith(world: World, selector: LabelSelector): readonly Present[] {
  const index = referencesIn(world);
  const name = selector.matchLabels?.[nameLabel];
  if (name !== undefined) {
    const one = index.find('/Namespace', undefined, name);
    return one === undefined || !selects(selector, { ...one.labels, [nameLabel]: name }) ? [] : [one];
  }
  const known = world.view(makeCache);
  const key = JSON.stringify(selector);
  const cached = known.get(key);
  if (cached !== undefined) return cached;
  const taken = index.all('/Namespace', undefined).filter(({ labels }) => selects(selector, labels ?? {}));
  known.set(key, taken);
  return taken;
}

function makeCache(): Map<string, readonly Present[]> {
  return new Map();
}
