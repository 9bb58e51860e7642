import type { PodView, SetObject, World } from '../../analysis/index.ts';
import { demandByNamespace } from './demand.ts';
import { containerDefaults } from './limit-ranges.ts';
import type { Defaults } from './limit-ranges.ts';
import { runContainersOf } from './amounts.ts';
import { givenTo, nano, podUsage } from './pod-usage.ts';
import type { Part } from './pod-usage.ts';
import { listAt, textAt } from './raw.ts';
import { storageUsage } from './storage-usage.ts';

/** How much of one resource of a quota its namespace takes, in billionths. */
interface Usage {
  readonly least: bigint;
  readonly most: bigint;
  /** The largest first. */
  readonly takers: readonly SetObject[];
}

export interface Share {
  readonly object: SetObject;
  readonly least: bigint;
  readonly most: bigint;
}

/** Undefined for what the files do not decide: objects that controllers make, scopes that are not known here. */
export function usageOf(world: World, quota: SetObject, name: string): Usage | undefined {
  const shares = sharesOf(world, quota, name);
  if (shares === undefined) return undefined;
  const taking = shares.filter(({ most }) => most > 0n).toSorted((one, other) => (one.most < other.most ? 1 : -1));
  return {
    least: taking.reduce((sum, { least }) => sum + least, 0n),
    most: taking.reduce((sum, { most }) => sum + most, 0n),
    takers: taking.map(({ object }) => object),
  };
}

function sharesOf(world: World, quota: SetObject, name: string): readonly Share[] | undefined {
  const computed = name === 'pods' ? 'pods' : computeResource(name);
  if (computed === undefined) {
    return scopesOf(quota).length > 0 ? undefined : storageUsage(world, quota.ref.namespace, name);
  }
  const defaults = containerDefaults(world, quota.ref.namespace);
  const shares: Share[] = [];
  for (const { object, least, most } of world.view(demandByNamespace).get(quota.ref.namespace ?? '') ?? []) {
    if (object.pod === undefined) continue;
    const inside = isInScope(quota, object.pod, defaults);
    if (inside === undefined) return undefined;
    if (!inside) continue;
    const each = computed === 'pods' ? nano(1) : podUsage(object.pod, computed.part, computed.resource, defaults);
    shares.push({ object, least: BigInt(Math.trunc(least)) * each, most: BigInt(Math.trunc(most)) * each });
  }
  return shares;
}

/** `limits.memory` -> limits of memory; undefined for what is not a resource of pods. */
function computeResource(name: string): { readonly part: Part; readonly resource: string } | undefined {
  if (name === 'cpu' || name === 'memory' || name === 'ephemeral-storage') return { part: 'requests', resource: name };
  const [, part, resource] = /^(requests|limits)\.(.+)$/.exec(name) ?? [];
  if (part === undefined || resource === undefined || resource === 'storage') return undefined;
  return { part: part === 'limits' ? 'limits' : 'requests', resource };
}

/** Resources that, once a quota has them, every container must say something about. */
export function mustBeSaid(name: string): ReturnType<typeof computeResource> {
  const computed = computeResource(name);
  return computed?.resource === 'cpu' || computed?.resource === 'memory' ? computed : undefined;
}

interface Scope {
  readonly name: string;
  readonly operator: string;
  readonly values: readonly unknown[];
}

function scopesOf({ object }: SetObject): readonly Scope[] {
  const plain = listAt(object, 'spec', 'scopes').map((name) => ({
    name: String(name),
    operator: 'Exists',
    values: [],
  }));
  const selected = listAt(object, 'spec', 'scopeSelector', 'matchExpressions').map((one) => ({
    name: textAt(one, 'scopeName') ?? '',
    operator: textAt(one, 'operator') ?? '',
    values: listAt(one, 'values'),
  }));
  return [...plain, ...selected];
}

/** Whether the quota counts such pods; undefined when that is not decided here. */
export function isInScope(quota: SetObject, pod: PodView, defaults: Defaults): boolean | undefined {
  let inside = true;
  for (const scope of scopesOf(quota)) {
    const met = meets(scope, pod, defaults);
    if (met === undefined) return undefined;
    inside &&= met;
  }
  return inside;
}

function meets({ name, operator, values }: Scope, pod: PodView, defaults: Defaults): boolean | undefined {
  const { priorityClassName = '', activeDeadlineSeconds } = pod.spec;
  switch (name) {
    case 'Terminating':
      return activeDeadlineSeconds !== undefined;
    case 'NotTerminating':
      return activeDeadlineSeconds === undefined;
    case 'BestEffort':
      return isBestEffort(pod, defaults);
    case 'NotBestEffort':
      return !isBestEffort(pod, defaults);
    case 'PriorityClass':
      if (operator === 'In') return values.includes(priorityClassName);
      if (operator === 'NotIn') return !values.includes(priorityClassName);
      return (priorityClassName !== '') === (operator === 'Exists');
    default:
      return undefined;
  }
}

function isBestEffort(pod: PodView, defaults: Defaults): boolean {
  const holders = [{ resources: pod.spec.resources ?? {} }, ...runContainersOf(pod).map(({ container }) => container)];
  return (['requests', 'limits'] as const).every((part) =>
    ['cpu', 'memory'].every((resource) =>
      holders.every((holder, index) => {
        const given = index === 0 ? holder.resources?.[part]?.[resource] : givenTo(holder, part, resource, defaults);
        return nano(given) === 0n;
      }),
    ),
  );
}
