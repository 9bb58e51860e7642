import type { Declared, UnitRef } from '../kernel/index.ts';
import { unitId } from '../kernel/index.ts';
import { checkNeeds, needsOf } from './capabilities.ts';
import type { Platform } from './capabilities.ts';
import type { Tenant } from './fleet.ts';
import { frozenJson } from './frozen.ts';
import type { Baseline } from './known.ts';
import { folderSource } from './placed-unit.ts';
import type { PlacedUnit } from './placed-unit.ts';
import type { Placement } from './placement.ts';
import type { Problems } from './problems.ts';
import { sortedUnique } from './order.ts';
import type { TenantInput } from './unit-input.ts';
import { baselineWave } from './waves.ts';

/** The baseline of a tenant on each of its clusters in one environment. */
export function tenantUnits(
  { tenant, environment, clusters }: Placement,
  view: Tenant,
  baseline: NonNullable<Baseline>,
  platform: Platform,
  problems: Problems,
): readonly PlacedUnit[] {
  const at = (index: number): Declared => baseline.at(`/requires/${index}`);
  return clusters.map((cluster) => {
    const providers = platform.providers.get(cluster.noun.name);
    const requires = baseline.value.requires ?? [];
    checkNeeds('The baseline of tenants', requires, at, cluster, platform, problems);
    const needs = needsOf(requires, providers);
    const id = unitId(environment.noun.name, cluster.noun.name, tenant.name, 'baseline');
    const ref: UnitRef = {
      id,
      environment: environment.noun.name,
      cluster: cluster.noun.name,
      name: 'baseline',
      kind: 'tenant',
      owner: tenant.name,
      tenant: tenant.name,
    };
    const contributors = (platform.placed.get(cluster.noun.name) ?? []).filter(
      (component) => component.declaration.value.contribute !== undefined,
    );
    const contributions = contributors.map(({ noun, declaration }) => ({
      component: noun.name,
      recipe: { module: declaration.module, export: declaration.export },
      needs: needsOf(declaration.value.requires ?? [], providers),
      unit: unitId(environment.noun.name, cluster.noun.name, 'platform', noun.name),
    }));
    const input: TenantInput = frozenJson({
      unit: ref,
      environment: environment.noun,
      cluster: cluster.noun,
      capabilities: needs.capabilities,
      tenant: view,
      contributions: contributions.map(({ component, recipe, needs: theirs }) => ({
        component,
        recipe,
        capabilities: theirs.capabilities,
      })),
    });
    return {
      unit: {
        ref,
        wave: baselineWave,
        requires: sortedUnique([
          ...needs.units,
          ...contributions.map((contribution) => contribution.unit),
          ...contributions.flatMap((contribution) => contribution.needs.units),
        ]),
        recipe: { module: baseline.module, export: baseline.export },
        input,
        declared: tenant.declaration.declared,
        hasObjects: true,
      },
      hub: cluster.noun.hub,
      namespace: view.namespaces[0] ?? '',
      sources: [folderSource(id)],
      ignoreDifferences: [],
      deletion: tenant.declaration.value.deletion ?? 'retain',
      repositories: [],
    };
  });
}
