import type { World } from '../world.ts';
import { ownObjects } from './cluster-own.ts';
import { madeFrom } from './made.ts';
import type { Present } from './present.ts';

/** What is on a cluster without being in the set. */
export interface Beside {
  of(kind: string): readonly Present[];
  /** Those with the name, then those that may have any. */
  named(kind: string, name: string): readonly Present[];
}

const none: readonly Present[] = [];

/** What every cluster has, what controllers make of the set, and what is declared. */
export function presentBeside(world: World): Beside {
  const byKind = new Map<string, Present[]>();
  const byName = new Map<string, Present[]>();
  const add = (present: Present): void => {
    push(byKind, present.kind, present);
    push(byName, `${present.kind} ${present.name ?? ''}`, present);
  };
  for (const own of ownObjects(world.minor)) add({ ...own, origin: 'cluster' });
  for (const object of world.objects)
    for (const made of madeFrom(object)) add({ ...made, origin: 'controller', object });
  for (const declared of world.outside) add({ ...declared, origin: 'outside', declared });
  return {
    of: (kind) => byKind.get(kind) ?? none,
    named: (kind, name) => [...(byName.get(`${kind} ${name}`) ?? none), ...(byName.get(`${kind} `) ?? none)],
  };
}

function push(map: Map<string, Present[]>, key: string, present: Present): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [present]);
  else known.push(present);
}
