import type { LabelSelector } from '../../schema/types/meta-v1.ts';
import { selects } from '../selector.ts';
import type { Labels } from '../selector.ts';
import type { World } from '../world.ts';

/** Namespaces that are known of a cluster: those of the set, and those that its objects lie in. */
export interface Namespaces {
  readonly names: readonly string[];
  readonly selected: (selector: LabelSelector) => readonly string[];
}

const nameLabel = 'kubernetes.io/metadata.name';

export function namespacesOf(world: World): Namespaces {
  return world.view(makeNamespaces);
}

function makeNamespaces(world: World): Namespaces {
  const labels = new Map<string, Labels>();
  for (const { ref } of world.objects) {
    if (ref.namespace !== undefined) labels.set(ref.namespace, { [nameLabel]: ref.namespace });
  }
  for (const { ref, labels: own } of world.ofKind('/Namespace'))
    labels.set(ref.name, { ...own, [nameLabel]: ref.name });
  const names = [...labels.keys()].toSorted();
  const known = new Map<string, readonly string[]>();
  return {
    names,
    selected(selector) {
      const key = JSON.stringify(selector);
      const found = known.get(key) ?? names.filter((name) => selects(selector, labels.get(name) ?? {}));
      known.set(key, found);
      return found;
    },
  };
}
