import { fieldType, tableName } from './field-type.ts';
import type { Release } from './open-api.ts';

/** A fact that held from one minor version to another, both included. */
export interface Span<Fact> {
  readonly fact: Fact;
  readonly first: number;
  readonly last: number;
}

type FieldSpans = Map<string, Span<string>[]>;

export interface Tables {
  /** By package, then type, then field. */
  readonly types: ReadonlyMap<string, ReadonlyMap<string, FieldSpans>>;
  /** By `<apiVersion>/<kind>`; the fact is the type's name and `namespaced` or `cluster`. */
  readonly kinds: ReadonlyMap<string, readonly Span<string>[]>;
}

/** Releases, oldest first, laid over each other: what is equal in neighbouring versions is written once. */
export function mergeReleases(releases: readonly Release[]): Tables {
  const types = new Map<string, Map<string, FieldSpans>>();
  const kinds = new Map<string, Span<string>[]>();
  for (const release of releases) {
    const typeOf = new Map<string, string>();
    for (const [full, schema] of release.schemas) {
      const place = tableName(full);
      if (place === undefined) continue;
      for (const { group, version, kind } of schema['x-kubernetes-group-version-kind'] ?? []) {
        typeOf.set(`${group}/${version}/${kind}`, `${place.table}.${place.name}`);
      }
      const fields = entry(
        entry(types, place.table, () => new Map<string, FieldSpans>()),
        place.name,
        fieldSpans,
      );
      for (const [field, value] of Object.entries(schema.properties ?? {})) {
        add(entry(fields, field, spans), fieldType(value), release.minor);
      }
    }
    for (const { group, version, kind, namespaced } of release.kinds) {
      const type = typeOf.get(`${group}/${version}/${kind}`);
      if (type === undefined) throw new Error(`no type for the kind ${group}/${version}/${kind}`);
      const id = group === '' ? `${version}/${kind}` : `${group}/${version}/${kind}`;
      add(entry(kinds, id, spans), `${type} ${namespaced ? 'namespaced' : 'cluster'}`, release.minor);
    }
  }
  return { types, kinds };
}

function fieldSpans(): FieldSpans {
  return new Map();
}

function spans(): Span<string>[] {
  return [];
}

function add(into: Span<string>[], fact: string, minor: number): void {
  const last = into.at(-1);
  if (last?.fact === fact && last.last === minor - 1) into[into.length - 1] = { ...last, last: minor };
  else into.push({ fact, first: minor, last: minor });
}

function entry<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
