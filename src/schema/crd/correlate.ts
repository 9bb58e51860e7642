import { canonicalText } from './canonical.ts';
import { memberSchema } from './json-schema.ts';
import type { JsonSchema } from './json-schema.ts';
import { hasMember, isMembers } from './members.ts';
import type { Members } from './members.ts';
import { typeOf } from './types.ts';

/**
 * A value beside the one that stood there before, as the API server finds them: members by name, items of lists that are maps
 * by their keys, other items not at all.
 */
export interface Correlation {
  readonly value: unknown;
  readonly old: unknown;
  readonly schema: JsonSchema;
  equal?: boolean;
  oldItems?: OldItems;
}

/** Finds the old item for a new one; undefined when there is none. */
type OldItems = (item: unknown) => unknown;

export function memberOf(at: Correlation | undefined, name: string): Correlation | undefined {
  if (at === undefined || !isMembers(at.value) || !isMembers(at.old)) return undefined;
  if (!hasMember(at.value, name) || !hasMember(at.old, name)) return undefined;
  const schema = memberSchema(at.schema, name);
  return schema === undefined ? undefined : { value: at.value[name], old: at.old[name], schema };
}

export function itemOf(at: Correlation | undefined, position: number): Correlation | undefined {
  if (at === undefined || !Array.isArray(at.value) || !Array.isArray(at.old)) return undefined;
  if (at.schema['x-kubernetes-list-type'] !== 'map' || at.schema.items === undefined) return undefined;
  at.oldItems ??= oldItemsOf(at.old, at.schema);
  const value: unknown = at.value[position];
  const old = at.oldItems(value);
  return old === undefined || old === null ? undefined : { value, old, schema: at.schema.items };
}

/** Unchanged, where what does not correlate counts as changed. */
export function isUnchanged(at: Correlation | undefined): boolean {
  if (at === undefined) return false;
  at.equal ??= compare(at);
  return at.equal;
}

function compare(at: Correlation): boolean {
  const { value, old } = at;
  if (Array.isArray(value) && Array.isArray(old)) {
    if (value.length !== old.length) return false;
    if (at.schema['x-kubernetes-list-type'] !== 'map') return canonicalText(value) === canonicalText(old);
    return value.every((_, position) => isUnchanged(itemOf(at, position)));
  }
  if (isMembers(value) && isMembers(old)) {
    const names = Object.keys(value);
    return names.length === Object.keys(old).length && names.every((name) => isUnchanged(memberOf(at, name)));
  }
  return typeOf(value) === typeOf(old) && canonicalText(value) === canonicalText(old);
}

/** The first old item with the same keys counts. */
export function oldItemsOf(old: unknown, schema: JsonSchema): OldItems {
  const names = schema['x-kubernetes-list-map-keys'] ?? [];
  const known = new Map<string, unknown>();
  if (schema['x-kubernetes-list-type'] !== 'map' || names.length === 0 || !Array.isArray(old)) return () => undefined;
  for (const item of old) {
    const key = keyOf(item, names);
    if (key !== undefined && !known.has(key)) known.set(key, item);
  }
  return (item) => {
    const key = keyOf(item, names);
    return key === undefined ? undefined : known.get(key);
  };
}

function keyOf(item: unknown, names: readonly string[]): string | undefined {
  if (!isMembers(item)) return undefined;
  const members: Members = item;
  if (!names.every((name) => hasMember(members, name))) return undefined;
  return canonicalText(names.map((name) => members[name]));
}
