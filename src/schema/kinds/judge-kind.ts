import { nearestNames } from '../nearest.ts';
import { builtInKind, builtInKinds } from '../tables.ts';
import type { BuiltInKind } from '../tables.ts';
import { lifecycleOf, pastKinds, replacementFor, served, servedSpan, splitId } from './lifecycle.ts';

/** What a version of Kubernetes says to an `apiVersion` and `kind` when no custom resource definition is known for it. */
export type KindVerdict =
  | { readonly status: 'served'; readonly kind: BuiltInKind; readonly deprecated?: Deprecation }
  /** It was served once. `since`: the first minor version without it. */
  | { readonly status: 'removed'; readonly since: number; readonly replacement?: string }
  /** It is served by newer versions alone. */
  | { readonly status: 'too-new'; readonly since: number; readonly replacement?: string }
  /** Its API group is Kubernetes' own, or nearly, but it is none of its kinds. `nearest` as `<apiVersion>/<kind>`. */
  | { readonly status: 'misspelt'; readonly nearest: readonly string[] }
  /** Of another API group: a custom resource without a schema. */
  | { readonly status: 'unknown' };

export interface Deprecation {
  /** Minor version from which on the server warns. */
  readonly since: number;
  readonly removed?: number;
  /** `<apiVersion>/<kind>`, or words. */
  readonly replacement?: string;
}

const verdicts = new Map<string, KindVerdict>();

export function judgeKind(apiVersion: string, kind: string, minor: number): KindVerdict {
  const id = `${minor}/${apiVersion}/${kind}`;
  const known = verdicts.get(id);
  if (known !== undefined) return known;
  const verdict = judge(apiVersion, kind, minor);
  // Hostile input may name kinds without end.
  if (verdicts.size < 10_000) verdicts.set(id, verdict);
  return verdict;
}

function judge(apiVersion: string, kind: string, minor: number): KindVerdict {
  const id = `${apiVersion}/${kind}`;
  const builtIn = builtInKind(apiVersion, kind, minor);
  if (builtIn !== undefined) {
    const deprecated = deprecationOf(id, minor);
    return { status: 'served', kind: builtIn, ...(deprecated === undefined ? {} : { deprecated }) };
  }
  return pastOrFuture(id, minor) ?? misspelt(apiVersion, kind, minor);
}

/** Served and deprecated at this version. */
function deprecationOf(id: string, minor: number): Deprecation | undefined {
  const lifecycle = lifecycleOf(id);
  if (lifecycle?.deprecated === undefined || lifecycle.deprecated > minor) return undefined;
  const replacement = replacementFor(id, minor);
  const removed = servedSpan(id)[1] ?? lifecycle.removed;
  return {
    since: lifecycle.deprecated,
    ...(removed === undefined || removed <= minor ? {} : { removed }),
    ...(replacement === undefined ? {} : { replacement }),
  };
}

function pastOrFuture(id: string, minor: number): KindVerdict | undefined {
  const replacement = replacementFor(id, minor);
  const instead = replacement === undefined ? {} : { replacement };
  const [since, until] = servedSpan(id);
  if (since !== undefined && minor < since) return { status: 'too-new', since, ...instead };
  if (until !== undefined) return { status: 'removed', since: until, ...instead };
  const removed = lifecycleOf(id)?.removed;
  return removed === undefined || removed > minor ? undefined : { status: 'removed', since: removed, ...instead };
}

function misspelt(apiVersion: string, kind: string, minor: number): KindVerdict {
  const [group] = splitId(`${apiVersion}/${kind}`);
  const all = builtInKinds(minor);
  const groups = new Set([...all, ...pastKinds()].map((id) => splitId(id)[0]));
  const kinds = [...new Set(all.map((id) => splitId(id)[2]))];
  // API groups of custom resources have a dot.
  if (!groups.has(group) && group.includes('.')) {
    const near = nearestNames(group, [...groups]);
    const known = all.filter((id) => near.includes(splitId(id)[0]) && splitId(id)[2] === kind);
    return known.length === 0 ? { status: 'unknown' } : { status: 'misspelt', nearest: known };
  }
  const spelt = kinds.includes(kind) ? [kind] : nearestNames(kind, kinds);
  const candidates = all.filter((id) => spelt.includes(splitId(id)[2]));
  const inGroup = candidates.filter((id) => splitId(id)[0] === group && served(id, minor));
  return { status: 'misspelt', nearest: inGroup.length === 0 ? candidates : inGroup };
}
