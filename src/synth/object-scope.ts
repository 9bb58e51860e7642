import type { ApiObject } from 'cdk8s';
import { formatObject, type JsonObject, type ObjectRef } from '../kernel/index.ts';
import { isBuiltInGroup } from '../rendered/index.ts';
import { isKnownClusterScoped } from './kinds.ts';

interface ObjectToPlace {
  readonly node: ApiObject;
  readonly json: JsonObject;
  readonly ref: ObjectRef;
  /** The unit's. */
  readonly namespace: string;
  readonly clusterKinds: ReadonlySet<string>;
}

type Placed =
  | { readonly ref: ObjectRef; readonly value: JsonObject }
  | { readonly problem: string; readonly hint: string };

/**
 * Gives a namespaced object the unit's namespace where it names none, and takes from a cluster-scoped one the namespace that
 * cdk8s copied from the chart: its `Chart.namespace` makes no difference between the two.
 */
export function placeObject({ node, json, ref, namespace, clusterKinds }: ObjectToPlace): Placed {
  const { namespace: named, ...rest } = ref;
  const { namespace: given, ...metadata } = json['metadata'] as JsonObject;
  // Without a namespace although its chart has one: the object's author took it away.
  const cleared =
    !isBuiltInGroup(ref.group) && (given === '' || (given === undefined && node.chart.namespace !== undefined));
  const scopedToCluster =
    cleared || isKnownClusterScoped(ref.group, ref.kind) || clusterKinds.has(`${ref.group}/${ref.kind}`);
  if (!scopedToCluster) {
    const filled = named ?? namespace;
    return { ref: { ...rest, namespace: filled }, value: { ...json, metadata: { ...metadata, namespace: filled } } };
  }
  if (named !== undefined && named !== namespace) {
    const problem = `${formatObject(rest)} is cluster-scoped, yet names namespace ${named}`;
    return { problem, hint: 'Leave `metadata.namespace` out.' };
  }
  return { ref: rest, value: { ...json, metadata } };
}

/** Custom kinds, as `group/kind`, whose CRD lies in the same unit and says that they are cluster-scoped. */
export function clusterKindsOf(jsons: readonly (JsonObject | undefined)[]): ReadonlySet<string> {
  const kinds = new Set<string>();
  for (const json of jsons) {
    if (json?.['kind'] !== 'CustomResourceDefinition') continue;
    const spec = json['spec'] as { scope?: unknown; group?: unknown; names?: { kind?: unknown } } | undefined;
    if (spec?.scope === 'Cluster') kinds.add(`${String(spec.group)}/${String(spec.names?.kind)}`);
  }
  return kinds;
}
