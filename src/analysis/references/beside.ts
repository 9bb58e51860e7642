import type { World } from '../world.ts';
import { ownObjects } from './cluster-own.ts';
import { madeFrom } from './made.ts';
import type { Present } from './present.ts';

/** What is on a cluster without being in the set. */
export interface Beside {
  of(kind: string): readonly Present[];
  /** Those that are or may be in the namespace. */
  in(kind: string, namespace: string | undefined): readonly Present[];
  /** Those with labels that selectors of pods look at. */
  pods(namespace: string | undefined): readonly Present[];
  /** Those with the name, then those that may have any; like `in` by namespace. */
  named(kind: string, namespace: string | undefined, name: string): readonly Present[];
}

const none: readonly Present[] = [];

/** No namespace has this name. */
const everywhere = '*';

const podKinds: ReadonlySet<string> = new Set([
  '/Pod',
  'apps/Deployment',
  'apps/StatefulSet',
  'apps/DaemonSet',
  'apps/ReplicaSet',
  'batch/Job',
]);

/** What every cluster has, what controllers make of the set, and what is declared. */
export function presentBeside(world: World): Beside {
  const byKind = new Map<string, Present[]>();
  const byName = new Map<string, Present[]>();
  const byPlace = new Map<string, Present[]>();
  const pods = new Map<string, Present[]>();
  const add = (present: Present): void => {
    const { kind, name = '', namespace = '', labels } = present;
    push(byKind, kind, present);
    push(byName, `${kind} ${everywhere} ${name}`, present);
    push(byName, `${kind} ${namespace} ${name}`, present);
    push(byPlace, `${kind} ${namespace}`, present);
    if (labels === undefined || !podKinds.has(kind)) return;
    push(pods, namespace, present);
    push(pods, everywhere, present);
  };
  for (const own of ownObjects(world.minor)) add({ ...own, origin: 'cluster' });
  for (const object of world.objects)
    for (const made of madeFrom(object)) add({ ...made, origin: 'controller', object });
  for (const declared of world.outside) add({ ...declared, origin: 'outside', declared });
  return {
    of: (kind) => byKind.get(kind) ?? none,
    in: (kind, namespace) =>
      namespace === undefined
        ? (byKind.get(kind) ?? none)
        : join(byPlace.get(`${kind} ${namespace}`), byPlace.get(`${kind} `)),
    pods: (namespace) =>
      namespace === undefined ? (pods.get(everywhere) ?? none) : join(pods.get(namespace), pods.get('')),
    named(kind, namespace, name) {
      const places = namespace === undefined ? [everywhere] : [namespace, ''];
      return [name, ''].flatMap((one) => places.flatMap((place) => byName.get(`${kind} ${place} ${one}`) ?? none));
    },
  };
}

function join(some: readonly Present[] | undefined, others: readonly Present[] | undefined): readonly Present[] {
  if (some === undefined) return others ?? none;
  return others === undefined ? some : [...some, ...others];
}

function push(map: Map<string, Present[]>, key: string, present: Present): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [present]);
  else known.push(present);
}
