import type { Declared, UnitRef } from '../kernel/index.ts';
import type { YamlMapping, YamlValue } from '../yaml/index.ts';

/** Where the objects of a file come from, when that is known: the unit that rendered it. */
export interface Origin {
  readonly unit: UnitRef;
  /** The line of the construct that made it; without one, of its declaration. */
  readonly declared: Declared;
  /** What the unit is declared by: a tenant's file, a component's. */
  readonly declaration?: Declared;
  readonly constructPath?: string | undefined;
}

/** A file of manifests as it was read. */
export interface SourceFile {
  /** As the user gave it, or repo-relative; with `/`. */
  readonly path: string;
  readonly text: string | Uint8Array;
  readonly origin?: Origin;
}

/** One object of a file. */
export interface Manifest {
  readonly file: SourceFile;
  /** The how-manieth readable document of the file it stands in, from 0. */
  readonly ordinal: number;
  /** Where the object stands in its document: empty, or `/items/3` of a List. */
  readonly prefix: string;
  readonly value: YamlMapping;
}

export function isMapping(value: unknown): value is YamlMapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects of a document: itself, or the items of a `List` (or `PodList`, `DeploymentList`...), as kubectl expands them. */
export function* objectsIn(value: YamlValue, prefix = ''): Generator<{ prefix: string; value: YamlValue }> {
  if (!isMapping(value) || !isList(value)) {
    yield { prefix, value };
    return;
  }
  const items = value['items'];
  if (!Array.isArray(items)) {
    if (items !== null && items !== undefined) yield { prefix, value };
    return;
  }
  for (const [index, item] of (items as readonly YamlValue[]).entries()) {
    yield* objectsIn(typed(item, value), `${prefix}/items/${index}`);
  }
}

/** A kind that ends in List and has items and no `spec` is a list of that kind. */
function isList(value: YamlMapping): boolean {
  const { kind, items } = value;
  return typeof kind === 'string' && kind.endsWith('List') && items !== undefined && !('spec' in value);
}

/** Items of a typed list (`PodList`) may leave out what the list says already. */
function typed(item: YamlValue, list: YamlMapping): YamlValue {
  const { apiVersion = '', kind } = list;
  if (!isMapping(item) || typeof kind !== 'string' || kind === 'List' || item['kind'] !== undefined) return item;
  return { apiVersion, kind: kind.slice(0, -'List'.length), ...item };
}
