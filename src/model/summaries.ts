import type { AppEntry } from './apps.ts';
import type { AppSummary, TenantSummary } from './fleet.ts';
import type { Inherited } from './inheritance.ts';
import type { Placement } from './placement.ts';
import { byName, byText, sortedUnique } from './order.ts';
import type { TenantWithChain } from './tenants.ts';

/** A tenant with what it inherits and where it is placed. */
export interface ResolvedTenant {
  readonly tenant: TenantWithChain;
  readonly inherited: Inherited;
  readonly placements: readonly Placement[];
}

export function tenantSummaries(tenants: readonly ResolvedTenant[]): readonly TenantSummary[] {
  return tenants
    .map(({ tenant, inherited, placements }) => ({
      name: tenant.name,
      type: tenant.declaration.value.type ?? 'application',
      displayName: tenant.declaration.value.displayName ?? tenant.name,
      ancestors: tenant.chain.map((unit) => unit.value.name),
      owner: inherited.owner?.team ?? '',
      ...(inherited.costCentre === undefined ? {} : { costCentre: inherited.costCentre }),
      environments: placements.map((placement) => placement.entry.name),
      clusters: clustersOf(placements),
      deletion: tenant.declaration.value.deletion ?? 'retain',
      declared: tenant.declaration.declared,
    }))
    .toSorted(byName);
}

export function appSummaries(
  apps: readonly AppEntry[],
  placements: ReadonlyMap<string, readonly Placement[]>,
): readonly AppSummary[] {
  return apps
    .map((entry) => {
      const { origin, kind } = entry.declaration.value;
      const names = entry.environments.map((environment) => environment.name);
      const own = (placements.get(entry.tenant.name) ?? []).filter((placement) => names.includes(placement.entry.name));
      return {
        name: entry.name,
        tenant: entry.tenant.name,
        ...(kind === undefined ? {} : { kind }),
        origin: 'image' in origin ? ('image' as const) : 'git' in origin ? ('git' as const) : ('chart' as const),
        environments: names,
        clusters: clustersOf(own),
        declared: entry.declaration.declared,
      };
    })
    .toSorted((a, b) => byText(a.tenant, b.tenant) || byName(a, b));
}

function clustersOf(placements: readonly Placement[]): readonly string[] {
  return sortedUnique(placements.flatMap((placement) => placement.clusters.map((cluster) => cluster.noun.name)));
}
