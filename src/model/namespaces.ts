import type { Declared } from '../kernel/index.ts';
import { tenantNamespaces } from './baseline.ts';
import type { Baseline, Clusters, Components } from './known.ts';
import type { Placement } from './placement.ts';
import { quote, where } from './problems.ts';
import type { Problems } from './problems.ts';

/** Namespaces of each tenant in each environment. */
export interface Namespaces {
  of(tenant: string, environment: string): readonly string[];
}

interface Owner {
  readonly tenant: string;
  readonly environment: string;
  readonly declared: Declared;
}

/**
 * A namespace belongs to one tenant of the whole fleet, not of one cluster only: names in clouds and registries derive from
 * it, and a tenant may move to another cluster later.
 */
export function resolveNamespaces(
  placements: readonly Placement[],
  baseline: Baseline,
  components: Components,
  clusters: Clusters,
  problems: Problems,
): Namespaces {
  const platform = platformNamespaces(components, clusters);
  const owners = new Map<string, Owner>();
  const found = new Map<string, readonly string[]>();
  for (const { tenant, environment } of placements) {
    if (baseline === undefined) break;
    const owner: Owner = {
      tenant: tenant.name,
      environment: environment.noun.name,
      declared: tenant.declaration.declared,
    };
    const names = tenantNamespaces(
      baseline,
      { name: tenant.name, declared: owner.declared },
      owner.environment,
      problems,
    );
    found.set(`${owner.tenant}/${owner.environment}`, names);
    for (const name of names) {
      const other = owners.get(name);
      if (other === undefined) owners.set(name, owner);
      else if (other.tenant !== owner.tenant) reportClash(name, other, owner, problems);
      checkPlatform(name, owner, platform, problems);
    }
  }
  return { of: (tenant, environment) => found.get(`${tenant}/${environment}`) ?? [] };
}

function platformNamespaces(components: Components, clusters: Clusters): ReadonlyMap<string, Declared> {
  const taken = new Map<string, Declared>();
  for (const { noun, declaration } of clusters.values()) {
    if (noun.delivery !== undefined) taken.set(noun.delivery.namespace, declaration.declared);
  }
  for (const { noun, declaration } of components.values()) taken.set(noun.namespace, declaration.declared);
  return taken;
}

function reportClash(name: string, first: Owner, second: Owner, problems: Problems): void {
  const part = (owner: Owner): string => `${where(owner.declared)} in environment ${quote(owner.environment)}`;
  problems.add(
    'namespace-clash',
    second.declared,
    `Namespace ${quote(name)} is derived twice: by ${part(first)} and by ${part(second)}.`,
    'Rename one of the tenants or environments, or give the baseline a `namespaces` rule that tells them apart.',
  );
}

function checkPlatform(name: string, owner: Owner, platform: ReadonlyMap<string, Declared>, problems: Problems): void {
  const other = platform.get(name);
  // A tenant that is itself called so has been told already.
  const system = name === 'default' || (name.startsWith('kube-') && !owner.tenant.startsWith('kube-'));
  if (other === undefined && !system) return;
  problems.add(
    'namespace-clash',
    owner.declared,
    `Namespace ${quote(name)} of tenant ${quote(owner.tenant)} in environment ${quote(owner.environment)} is ${other === undefined ? "Kubernetes' own" : `the platform's: ${where(other)}`}.`,
    'Rename the tenant, or give the baseline a `namespaces` rule that keeps clear of it.',
  );
}
