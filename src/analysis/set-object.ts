import { objectKey } from '../kernel/index.ts';
import type { ObjectRef, UnitRef } from '../kernel/index.ts';
import type { Manifest } from './manifest.ts';
import { podOf } from './pod.ts';
import type { PodView } from './pod.ts';

/** One object among the others of its set. */
export interface SetObject {
  readonly ref: ObjectRef;
  /** `apps/v1` */
  readonly apiVersion: string;
  /** As the API server sees it once decoded; as it was read, for kinds that are not built in. Defaults are not filled in. */
  readonly object: Readonly<Record<string, unknown>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  /** The pod or pod template inside; undefined for other kinds. */
  readonly pod: PodView | undefined;
  /** The unit that rendered it; undefined for plain files. */
  readonly unit: UnitRef | undefined;
  /** Where it stands. */
  readonly manifest: Manifest;
}

export function setObjectOf(
  ref: ObjectRef,
  apiVersion: string,
  decoded: Readonly<Record<string, unknown>>,
  manifest: Manifest,
): SetObject {
  const metadata = decoded['metadata'];
  let pod: { readonly view: PodView | undefined } | undefined;
  return {
    ref,
    apiVersion,
    object: decoded,
    labels: textsIn(metadata, 'labels'),
    annotations: textsIn(metadata, 'annotations'),
    get pod() {
      pod ??= { view: podOf(ref.group, ref.kind, decoded) };
      return pod.view;
    },
    unit: manifest.file.origin?.unit,
    manifest,
  };
}

/** By key, then by place: neither the order of files nor the number of threads shows. */
export function sortObjects(objects: readonly SetObject[]): readonly SetObject[] {
  const keyed = objects.map((object) => ({ object, key: `${objectKey(object.ref)}\0${object.manifest.file.path}` }));
  keyed.sort((left, right) =>
    left.key === right.key
      ? left.object.manifest.ordinal - right.object.manifest.ordinal
      : left.key < right.key
        ? -1
        : 1,
  );
  return keyed.map(({ object }) => object);
}

const none: Readonly<Record<string, string>> = {};

/** Labels and annotations of custom resources are as they were read: what is no string is left out. */
function textsIn(metadata: unknown, key: string): Readonly<Record<string, string>> {
  const texts = member(metadata, key);
  if (typeof texts !== 'object' || texts === null) return none;
  if (Object.values(texts).every((text) => typeof text === 'string')) return texts as Readonly<Record<string, string>>;
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => typeof text === 'string'));
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}
