import { readFileSync } from 'node:fs';
import { builtInKind, builtInKinds, tabledMinors, tablesFolder } from '../tables.ts';

/** What is planned for a version of a kind that is not stable. */
export interface Lifecycle {
  /** Minor version from which on the API server warns. */
  readonly deprecated?: number;
  /** Minor version from which on it is not served; a plan, until the tables say so. */
  readonly removed?: number;
  /** `<apiVersion>/<kind>` */
  readonly replacement?: string;
}

/** What takes the place of kinds that went without a successor. */
const instead: Readonly<Record<string, string>> = {
  PodSecurityPolicy: 'the label pod-security.kubernetes.io/enforce on namespaces (Pod Security admission)',
};

let lifecycles: ReadonlyMap<string, string> | undefined;

/** `id` as `<apiVersion>/<kind>`. Undefined for stable and for unknown ones. */
export function lifecycleOf(id: string): Lifecycle | undefined {
  const fact = readLifecycles().get(id);
  if (fact === undefined) return undefined;
  const [deprecated = '-', removed = '-', replacement = '-'] = fact.split(' ');
  return {
    ...(deprecated === '-' ? {} : { deprecated: Number(deprecated) }),
    ...(removed === '-' ? {} : { removed: Number(removed) }),
    ...(replacement === '-' ? {} : { replacement }),
  };
}

/** Every kind that was ever served before it was stable, as `<apiVersion>/<kind>`. */
export function pastKinds(): readonly string[] {
  return [...readLifecycles().keys()];
}

/** What to use instead at a version: as Kubernetes' sources have it, else the newest version of the same kind. */
export function replacementFor(id: string, minor: number): string | undefined {
  const [group, , kind] = splitId(id);
  const named = lifecycleOf(id)?.replacement;
  if (named !== undefined && served(named, minor)) return named;
  const others = builtInKinds(minor).filter((other) => {
    const [otherGroup, , otherKind] = splitId(other);
    return otherGroup === group && otherKind === kind && other !== id;
  });
  return (
    others.toSorted(byStability)[0] ?? (named === undefined ? undefined : replacementOf(named, minor)) ?? instead[kind]
  );
}

/** `apps/v1/Deployment` -> `apps`, `v1`, `Deployment`. */
export function splitId(id: string): readonly [group: string, version: string, kind: string] {
  const parts = id.split('/');
  const kind = parts.pop() ?? '';
  const version = parts.pop() ?? '';
  return [parts.join('/'), version, kind];
}

/** First minor version of the tables that serves the kind, and the first after it that does not. */
export function servedSpan(id: string): readonly [since: number | undefined, until: number | undefined] {
  const [oldest, newest] = tabledMinors();
  let since: number | undefined;
  for (let minor = oldest; minor <= newest; minor += 1) {
    const isServed = served(id, minor);
    if (isServed) since ??= minor;
    else if (since !== undefined) return [since, minor];
  }
  return [since, undefined];
}

export function served(id: string, minor: number): boolean {
  const [group, version, kind] = splitId(id);
  return builtInKind(group === '' ? version : `${group}/${version}`, kind, minor) !== undefined;
}

function replacementOf(id: string, minor: number): string | undefined {
  return lifecycleOf(id) === undefined ? undefined : replacementFor(id, minor);
}

/** v2 before v1 before v1beta2 before v1alpha3. */
function byStability(a: string, b: string): number {
  return rank(b) - rank(a);
}

function rank(id: string): number {
  const [, major = '0', stage = '', minor = '0'] = /^v(\d+)(?:(alpha|beta)(\d+))?$/.exec(splitId(id)[1]) ?? [];
  const stages: Readonly<Record<string, number>> = { '': 2, beta: 1, alpha: 0 };
  return (stages[stage] ?? 0) * 10_000 + Number(major) * 100 + Number(minor);
}

function readLifecycles(): ReadonlyMap<string, string> {
  const file = new URL('lifecycle.json', tablesFolder);
  lifecycles ??= new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>));
  return lifecycles;
}
