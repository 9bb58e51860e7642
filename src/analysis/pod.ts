import type { ObjectMeta } from '../schema/types/meta-v1.ts';
import type { PodSpec } from '../schema/types/core-v1.ts';

/** A pod, or the template of one, inside an object. */
export interface PodView {
  readonly metadata: ObjectMeta;
  readonly spec: PodSpec;
  /** Pointer to what holds `metadata` and `spec`: empty for a Pod, `/spec/template` for a Deployment. */
  readonly pointer: string;
}

/** Where each built-in kind keeps its pod, `<group>/<Kind>`. Kinds of any served version: the place never moved. */
const places: Readonly<Record<string, readonly string[]>> = {
  '/Pod': [],
  '/PodTemplate': ['template'],
  '/ReplicationController': ['spec', 'template'],
  'apps/Deployment': ['spec', 'template'],
  'apps/ReplicaSet': ['spec', 'template'],
  'apps/StatefulSet': ['spec', 'template'],
  'apps/DaemonSet': ['spec', 'template'],
  'batch/Job': ['spec', 'template'],
  'batch/CronJob': ['spec', 'jobTemplate', 'spec', 'template'],
};

/** `<group>/<Kind>` of every kind that has a pod. */
export const podKinds: readonly string[] = Object.keys(places);

/** `object` is decoded; undefined for another kind, and where the template is missing. */
export function podOf(group: string, kind: string, object: unknown): PodView | undefined {
  const place = places[`${group}/${kind}`];
  if (place === undefined) return undefined;
  let holder = object;
  for (const step of place) holder = member(holder, step);
  const spec = member(holder, 'spec');
  if (!isMapping(spec)) return undefined;
  const metadata = member(holder, 'metadata');
  return {
    metadata: isMapping(metadata) ? metadata : {},
    spec,
    pointer: place.map((step) => `/${step}`).join(''),
  };
}

function member(value: unknown, name: string): unknown {
  return isMapping(value) ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}

function isMapping(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
