import type { TenantEnvironment } from './declarations.ts';
import { selects } from './components.ts';
import type { Inherited } from './inheritance.ts';
import type { Clusters, Environments, KnownCluster, KnownEnvironment } from './known.ts';
import { quote } from './problems.ts';
import type { Problems } from './problems.ts';
import { isOrgUnit } from './tenants.ts';
import type { TenantWithChain } from './tenants.ts';

/** A tenant in one environment, with the clusters that it is placed on, in order of name. */
export interface Placement {
  readonly tenant: TenantWithChain;
  readonly inherited: Inherited;
  readonly environment: KnownEnvironment;
  /** The tenant's own entry: overrides. */
  readonly entry: TenantEnvironment;
  readonly clusters: readonly KnownCluster[];
}

/** Every tenant in each of its environments. An environment that has no clusters yet places nothing, and is no error. */
export function placeTenant(
  tenant: TenantWithChain,
  inherited: Inherited,
  environments: Environments,
  clusters: Clusters,
  problems: Problems,
): readonly Placement[] {
  if (isOrgUnit(tenant.declaration)) return [];
  return inherited.environments.flatMap((entry) => {
    const environment = environments.get(entry.name);
    if (environment === undefined) return [];
    const all = [...clusters.values()].filter((cluster) => cluster.noun.environment === entry.name);
    const placement = tenant.declaration.value.placement;
    const matching = all.filter((cluster) => selects(placement?.clusterSelector, cluster.noun));
    if (matching.length === 0 && all.length > 0) reportNoCluster(tenant, entry.name, all, problems);
    const chosen = placement?.spread === 'one' ? matching.slice(0, 1) : matching;
    return [{ tenant, inherited, environment, entry, clusters: chosen }];
  });
}

function reportNoCluster(
  tenant: TenantWithChain,
  environment: string,
  clusters: readonly KnownCluster[],
  problems: Problems,
): void {
  const wanted = labelsText(tenant.declaration.value.placement?.clusterSelector?.matchLabels ?? {});
  const offered = clusters.map(({ noun }) => `${quote(noun.name)} (${labelsText(noun.labels)})`).join(', ');
  problems.add(
    'no-cluster',
    tenant.declaration.at('/placement/clusterSelector'),
    `Tenant ${quote(tenant.name)} is placed on no cluster of environment ${quote(environment)}: none has ${wanted}.`,
    `Its clusters are ${offered}. Change the selector, or leave the environment out.`,
  );
}

function labelsText(labels: Readonly<Record<string, string>>): string {
  const text = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
  return text.length === 0 ? 'no labels' : text.join(', ');
}
