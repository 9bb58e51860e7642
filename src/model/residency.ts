import type { Cluster } from './fleet.ts';
import type { Placement } from './placement.ts';
import { quote, where } from './problems.ts';
import type { Problems } from './problems.ts';

/**
 * A tenant's data stays in its regions: those of every cluster that it is placed on. A cluster has the region of its provider, or else the
 * regions of its environment; one without any is in no region that a tenant could name.
 */
export function checkResidency(placements: readonly Placement[], problems: Problems): void {
  for (const { tenant, environment, clusters } of placements) {
    const source = [tenant.declaration, ...tenant.chain].find(({ value }) => value.residency !== undefined);
    const allowed = source?.value.residency?.regions;
    if (source === undefined || allowed === undefined) continue;
    for (const { noun, declaration } of clusters) {
      const regions = regionsOf(noun, environment.noun.regions);
      if (regions.length > 0 && regions.every((region) => allowed.includes(region))) continue;
      problems.add(
        'region-not-allowed',
        source.at('/residency/regions'),
        `Tenant ${quote(tenant.name)} keeps its data in ${allowed.map(quote).join(', ')}, but is placed on cluster ${quote(noun.name)} in ${regions.length === 0 ? 'no known region' : regions.map(quote).join(', ')}: ${where(declaration.declared)}.`,
        `Leave environment ${quote(environment.noun.name)} out, choose other clusters with \`placement.clusterSelector\`, or allow the region.`,
      );
    }
  }
}

function regionsOf({ provider }: Cluster, ofEnvironment: readonly string[]): readonly string[] {
  return provider.region === undefined ? ofEnvironment : [provider.region];
}
