import type { Declared } from '../kernel/index.ts';
import type { Inherited } from './inheritance.ts';
import type { Environments } from './known.ts';
import { byText } from './order.ts';
import { quote, suggest, where } from './problems.ts';
import type { Problems } from './problems.ts';
import type { TenantWithChain } from './tenants.ts';

/**
 * A host belongs to one tenant of the whole fleet, and each of its environments is one of the tenant's. An environment's domain
 * itself, and `<tenant>.<domain>` of another tenant with all below it, are not to be had.
 */
export function checkDomains(
  tenants: readonly { readonly tenant: TenantWithChain; readonly inherited: Inherited }[],
  environments: Environments,
  problems: Problems,
): void {
  const zones = [...environments.values()]
    .flatMap(({ noun, declaration }) =>
      noun.domains.ingress === undefined ? [] : [{ domain: noun.domains.ingress, declared: declaration.declared }],
    )
    .toSorted((a, b) => b.domain.length - a.domain.length || byText(a.domain, b.domain));
  const names = new Map(tenants.map((entry) => [entry.tenant.name, entry.tenant.declaration.declared]));
  const hosts = new Map<string, Declared>();
  for (const { tenant, inherited } of tenants) {
    for (const { domain } of zones) {
      const taken = zones.find((zone) => zone.domain === `${tenant.name}.${domain}`);
      if (taken === undefined) continue;
      problems.add(
        'reserved-name',
        tenant.declaration.at('/name'),
        `Tenant ${quote(tenant.name)} would have ${quote(taken.domain)}, the domain of ${where(taken.declared)}.`,
        'Rename the tenant: a tenant has `<tenant>.<domain>` in the domain of an environment.',
      );
    }
    const known = inherited.environments.map(({ name }) => name);
    for (const [index, domain] of (tenant.declaration.value.domains ?? []).entries()) {
      const host = domain.host.toLowerCase();
      const first = hosts.get(host);
      const declared = tenant.declaration.at(`/domains/${index}/host`);
      const owner = ownerOf(host, tenant.name, zones, names);
      if (owner !== undefined) {
        problems.add(
          'host-of-another',
          declared,
          `Host ${quote(host)} of tenant ${quote(tenant.name)} is in the domain of ${where(owner)}.`,
          'A tenant has `<tenant>.<domain>` in the domain of an environment; choose a host outside those of others.',
        );
      }
      if (first === undefined) hosts.set(host, declared);
      else {
        problems.add(
          'duplicate-host',
          declared,
          `Host ${quote(host)} of tenant ${quote(tenant.name)} is declared twice; the other one is ${where(first)}.`,
          'A host belongs to one tenant and is listed once; its `environments` say where it is served.',
        );
      }
      for (const [at, name] of (domain.environments ?? []).entries()) {
        if (known.includes(name)) continue;
        problems.add(
          'environment-not-allowed',
          tenant.declaration.at(`/domains/${index}/environments/${at}`),
          `Host ${quote(host)} names environment ${quote(name)}, in which tenant ${quote(tenant.name)} is not placed.`,
          `${suggest(name, known)}Add it to the tenant's \`environments\`, or leave it out.`,
        );
      }
    }
  }
}

interface Zone {
  readonly domain: string;
  readonly declared: Declared;
}

/** Whose the host is by its place in the domain of an environment, the most specific one first; undefined: free, or the tenant's own. */
function ownerOf(
  host: string,
  tenant: string,
  zones: readonly Zone[],
  names: ReadonlyMap<string, Declared>,
): Declared | undefined {
  for (const { domain, declared } of zones) {
    if (host === domain) return declared;
    if (!host.endsWith(`.${domain}`)) continue;
    const label =
      host
        .slice(0, -domain.length - 1)
        .split('.')
        .at(-1) ?? '';
    return label === tenant ? undefined : names.get(label);
  }
  return undefined;
}
