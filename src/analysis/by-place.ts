import type { SetObject } from './set-object.ts';

/** Of two namespaces, one that is not said may be the other. */
export function meets(left: string | undefined, right: string | undefined): boolean {
  return left === undefined || right === undefined || left === right;
}

/** By name alone, and by name and namespace: one name may stand in thousands of namespaces. */
export function firstByName(objects: readonly SetObject[]): ReadonlyMap<string, SetObject> {
  const found = new Map<string, SetObject>();
  for (const object of objects) {
    const { name, namespace } = object.ref;
    for (const key of [name, placeOf(name, namespace)]) if (!found.has(key)) found.set(key, object);
  }
  return found;
}

export function placeOf(name: string, namespace: string | undefined): string {
  return `${name}\n${namespace ?? ''}`;
}

export function inEither(
  byNamespace: ReadonlyMap<string, readonly SetObject[]>,
  namespace: string | undefined,
  all: readonly SetObject[],
): readonly SetObject[] {
  if (namespace === undefined) return all;
  const anywhere = byNamespace.get('');
  const own = byNamespace.get(namespace) ?? [];
  return anywhere === undefined ? own : [...own, ...anywhere];
}
