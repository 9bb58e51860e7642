import { applications, awaitRefreshed, isSettled, refresh, type LiveApplication } from '../applications.ts';
import type { Kube } from '../kube.ts';
import { must } from '../outcome.ts';
import { pause } from '../shell.ts';

/** When each Application's last sync began; no other field tells a sync from a comparison. */
export async function syncStarts(hub: Kube): Promise<ReadonlyMap<string, string>> {
  return new Map(
    (await applications(hub)).map(({ metadata, status }) => [
      metadata.name,
      `${status?.operationState?.startedAt ?? 'never'} ${status?.history?.length ?? 0}`,
    ]),
  );
}

/** Names of Applications that began a sync in between, or came or went. */
export function startedBetween(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly string[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((name) => before.get(name) !== after.get(name))
    .toSorted();
}

/** Two more looks at the repository, one past all caches, start no sync and change no object that Argo CD delivered. */
export async function refreshChangesNothing(hub: Kube, clusterOf: (name: string) => Kube): Promise<string> {
  const live = await applications(hub);
  const starts = await syncStarts(hub);
  const before = await delivered(live, clusterOf);
  for (const kind of ['normal', 'hard'] as const) {
    await refresh(hub, kind);
    await awaitRefreshed(hub);
  }
  await pause(5);
  const started = startedBetween(starts, await syncStarts(hub));
  must(started.length === 0, `a refresh began a sync in ${started.join(', ')}`);
  const after = await delivered(live, clusterOf);
  const changed = [...before].filter(([key, applied]) => after.get(key) !== applied).map(([key]) => key);
  must(changed.length === 0, `a refresh changed ${changed.join(', ')}`);
  const unsettled = (await applications(hub)).filter(
    (one) => one.status?.sync?.status !== 'Synced' || (!isSettled(one) && one.status.health?.status === 'Missing'),
  );
  must(unsettled.length === 0, `no longer synced: ${unsettled.map(({ metadata }) => metadata.name).join(', ')}`);
  return `${live.length} Applications, ${before.size} objects`;
}

/** Object -> when Argo CD last applied it, and what it says; its status is others' business. */
async function delivered(
  live: readonly LiveApplication[],
  clusterOf: (name: string) => Kube,
): Promise<ReadonlyMap<string, string>> {
  const wanted = new Map<string, { kube: Kube; kinds: Set<string>; keys: Set<string> }>();
  for (const { spec, status } of live) {
    const name = spec.destination.name ?? '';
    const entry = wanted.get(name) ?? { kube: clusterOf(name), kinds: new Set<string>(), keys: new Set<string>() };
    for (const { group, kind, namespace, name: object } of status?.resources ?? []) {
      entry.kinds.add(group === undefined || group === '' ? kind : `${kind}.${group}`);
      entry.keys.add(`${kind} ${namespace ?? ''}/${object}`);
    }
    wanted.set(name, entry);
  }
  const states = new Map<string, string>();
  for (const [cluster, { kube, kinds, keys }] of wanted) {
    const objects = await kube.get(['--all-namespaces', '--show-managed-fields', [...kinds].join(',')]);
    for (const { kind, metadata, status: _, ...rest } of objects) {
      const key = `${kind} ${metadata.namespace ?? ''}/${metadata.name}`;
      if (!keys.has(key)) continue;
      const applied = metadata.managedFields?.find(
        ({ manager, operation }) => manager === 'argocd-controller' && operation === 'Apply',
      );
      // An Application's generation counts its status too, and `operation` is Argo CD's note to itself.
      const { operation: __, ...content } = rest as typeof rest & { readonly operation?: unknown };
      // How many replicas is an autoscaler's business.
      const { replicas: ___, ...spec } = content.spec ?? {};
      states.set(
        `${cluster} ${key}`,
        JSON.stringify([applied?.time, metadata.labels, metadata.finalizers, { ...content, spec }]),
      );
    }
  }
  return states;
}
