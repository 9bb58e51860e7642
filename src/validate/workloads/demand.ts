import { objectKey } from '../../kernel/index.ts';
import { memberOf, podKinds } from '../../analysis/index.ts';
import type { SetObject, World } from '../../analysis/index.ts';
import { isTyped, listAt, numberAt } from './raw.ts';
import { replicasOf } from './scaling.ts';

/** How many pods an object brings. */
interface Demand {
  readonly object: SetObject;
  /** At quiet times, and at the busiest. */
  readonly least: number;
  readonly most: number;
}

/** What brings pods, by namespace; what names none is apart, under the empty text. */
export function demandByNamespace(world: World): ReadonlyMap<string, readonly Demand[]> {
  const found = new Map<string, Demand[]>();
  const seen = new Set<string>();
  for (const kind of podKinds) {
    if (kind === '/PodTemplate') continue;
    for (const object of world.ofKind(kind)) {
      const key = objectKey(object.ref);
      // Files for two environments may hold one object twice; what has an owner is counted with it.
      if (seen.has(key) || !isTyped(object, world) || object.pod === undefined) continue;
      if (listAt(object.object, 'metadata', 'ownerReferences').length > 0) continue;
      seen.add(key);
      const namespace = object.ref.namespace ?? '';
      const demand = { object, ...podsOf(world, object) };
      const known = found.get(namespace);
      if (known === undefined) found.set(namespace, [demand]);
      else known.push(demand);
    }
  }
  return found;
}

function podsOf(world: World, object: SetObject): { readonly least: number; readonly most: number } {
  const { ref, object: value } = object;
  switch (ref.kind) {
    case 'Deployment':
    case 'StatefulSet':
    case 'ReplicaSet':
    case 'ReplicationController':
      return replicasOf(world, object);
    case 'Job': {
      const pods = memberOf(value, 'spec', 'suspend') === true ? 0 : (numberAt(value, 'spec', 'parallelism') ?? 1);
      return { least: pods, most: pods };
    }
    case 'CronJob': {
      const pods = numberAt(value, 'spec', 'jobTemplate', 'spec', 'parallelism') ?? 1;
      return { least: 0, most: memberOf(value, 'spec', 'suspend') === true ? 0 : pods };
    }
    // As many as nodes, but one at least.
    default:
      return { least: 1, most: 1 };
  }
}
