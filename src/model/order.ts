import type { Declaration } from './declarations.ts';

/** Order by UTF-16 units: the same in every locale. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return byText(a.name, b.name);
}

export function sortedUnique(values: Iterable<string>): readonly string[] {
  return [...new Set(values)].toSorted(byText);
}

/** A record with its keys in order, so that printing it is stable too. */
export function sortedRecord<Value>(entries: Iterable<readonly [string, Value]>): Readonly<Record<string, Value>> {
  return Object.fromEntries([...entries].toSorted(([a], [b]) => byText(a, b)));
}

/** Items by key, in the order in which they come. (`Map.groupBy` is newer than Node 20.) */
export function groupBy<Item>(
  items: readonly Item[],
  key: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const name = key(item);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [item]);
    else group.push(item);
  }
  return groups;
}

/** By name, then by place: which of two declarations of one name counts as the first does not depend on how they were found. */
export function sortDeclarations<Value>(
  declarations: readonly Declaration<Value>[],
  name: (value: Value) => string,
): readonly Declaration<Value>[] {
  return declarations
    .map((declaration) => ({ declaration, name: name(declaration.value), declared: declaration.declared }))
    .toSorted(
      (a, b) =>
        byText(a.name, b.name) ||
        byText(a.declared.file, b.declared.file) ||
        a.declared.line - b.declared.line ||
        a.declared.column - b.declared.column,
    )
    .map((entry) => entry.declaration);
}
