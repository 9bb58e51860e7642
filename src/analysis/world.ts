import type { Cluster, Environment, Fleet, OutsideObject } from '../model/types.ts';
import type { CustomResourceSchema } from '../schema/index.ts';
import type { LabelSelector } from '../schema/types/meta-v1.ts';
import { firstByName, inEither, meets, placeOf } from './by-place.ts';
import { definedKinds } from './custom-kinds.ts';
import { groupBy } from './group-by.ts';
import { selects } from './selector.ts';
import type { SetObject } from './set-object.ts';

/** What the declarations say about the cluster that a set is for. */
export interface ClusterFacts {
  readonly fleet: Fleet;
  readonly environment: Environment;
  readonly cluster: Cluster;
  /** The day in UTC, `2026-11-21`; undefined where nobody asks for the time. */
  readonly today?: string;
}

/**
 * Everything that is meant to be on one cluster, and what finds it. In plain files a namespaced object may say no namespace: it can land in
 * any, so it is found for every namespace, and finds objects of every namespace.
 */
export interface World {
  /** Minor version of the cluster's API server. */
  readonly minor: number;
  /** Undefined for plain files. */
  readonly facts: ClusterFacts | undefined;
  readonly objects: readonly SetObject[];
  /** What is declared to be there without being in the set. */
  readonly outside: readonly OutsideObject[];
  /** `kind` is `<group>/<Kind>`: `apps/Deployment`, `/Service`. */
  ofKind(kind: string): readonly SetObject[];
  /** Undefined as namespace: a cluster-scoped object, or any namespace. */
  find(kind: string, namespace: string | undefined, name: string): SetObject | undefined;
  inNamespace(kind: string, namespace: string | undefined): readonly SetObject[];
  /** Objects whose pods (or they themselves, being pods) have the labels. */
  podsMatching(namespace: string | undefined, selector: LabelSelector): readonly SetObject[];
  /** What is known of a custom kind: by a definition of the set, or from elsewhere. */
  customKind(apiVersion: string, kind: string): CustomResourceSchema | undefined;
  /** Calls once and keeps the result for the other rules of the run. */
  view<Result>(make: (world: World) => Result): Result;
}

export interface WorldOptions {
  readonly minor: number;
  readonly facts?: ClusterFacts;
  readonly objects: readonly SetObject[];
  /** Custom kinds that are known from elsewhere than the set. */
  readonly findCustom?: ((apiVersion: string, kind: string) => CustomResourceSchema | undefined) | undefined;
  /** For plain files; the fleet's own policy says it otherwise. */
  readonly outside?: readonly OutsideObject[];
}

export function openWorld({ minor, facts, objects, findCustom, outside = outsideOf(facts) }: WorldOptions): World {
  const kinds = groupBy(objects, ({ ref }) => `${ref.group}/${ref.kind}`);
  /** Of a kind, by name and by namespace; made when the kind is first asked for. */
  const names = new Map<string, ReadonlyMap<string, SetObject>>();
  const namespaces = new Map<string, ReadonlyMap<string, readonly SetObject[]>>();
  const views = new Map<unknown, unknown>();
  let pods: PodIndex | undefined;
  const world: World = {
    minor,
    facts,
    objects,
    outside,
    ofKind: (kind) => kinds.get(kind) ?? [],
    find(kind, namespace, name) {
      let byName = names.get(kind);
      if (byName === undefined) {
        byName = firstByName(world.ofKind(kind));
        names.set(kind, byName);
      }
      if (namespace === undefined) return byName.get(name);
      return byName.get(placeOf(name, namespace)) ?? byName.get(placeOf(name, undefined));
    },
    inNamespace(kind, namespace) {
      let byNamespace = namespaces.get(kind);
      if (byNamespace === undefined) {
        byNamespace = groupBy(world.ofKind(kind), ({ ref }) => ref.namespace ?? '');
        namespaces.set(kind, byNamespace);
      }
      return inEither(byNamespace, namespace, world.ofKind(kind));
    },
    podsMatching(namespace, selector) {
      pods ??= indexPods(objects);
      return pods(namespace, selector);
    },
    customKind: (apiVersion, kind) =>
      world.view(definedKinds).get(`${apiVersion}/${kind}`) ?? findCustom?.(apiVersion, kind),
    view<Result>(make: (world: World) => Result): Result {
      if (!views.has(make)) views.set(make, make(world));
      return views.get(make) as Result;
    },
  };
  return world;
}

/** What the fleet's policy says to be on the cluster. */
function outsideOf(facts: ClusterFacts | undefined): readonly OutsideObject[] {
  if (facts === undefined) return [];
  const { fleet, cluster } = facts;
  return fleet.policy.outside.flatMap(({ clusters, objects }) => (clusters.includes(cluster.name) ? objects : []));
}

type PodIndex = (namespace: string | undefined, selector: LabelSelector) => readonly SetObject[];

/** By label, so that a selector looks at the pods that have its rarest label, not at all. */
function indexPods(objects: readonly SetObject[]): PodIndex {
  const all = objects.filter(({ pod }) => pod !== undefined);
  const byNamespace = groupBy(all, ({ ref }) => ref.namespace ?? '');
  const byLabel = new Map<string, SetObject[]>();
  for (const object of all) {
    for (const [key, value] of Object.entries(object.pod?.metadata.labels ?? {})) {
      const label = `${key}=${value}`;
      const known = byLabel.get(label);
      if (known === undefined) byLabel.set(label, [object]);
      else known.push(object);
    }
  }
  return (namespace, selector) => {
    let candidates = inEither(byNamespace, namespace, all);
    for (const [key, value] of Object.entries(selector.matchLabels ?? {})) {
      const labelled = byLabel.get(`${key}=${value}`) ?? [];
      if (labelled.length < candidates.length) candidates = labelled;
    }
    return candidates.filter(
      ({ ref, pod }) => meets(ref.namespace, namespace) && selects(selector, pod?.metadata.labels ?? {}),
    );
  };
}
