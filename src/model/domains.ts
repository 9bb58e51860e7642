import type { Declared } from '../kernel/index.ts';
import type { Inherited } from './inheritance.ts';
import { quote, suggest, where } from './problems.ts';
import type { Problems } from './problems.ts';
import type { TenantWithChain } from './tenants.ts';

/** A host belongs to one tenant of the whole fleet, and each of its environments is one of the tenant's. */
export function checkDomains(
  tenants: readonly { readonly tenant: TenantWithChain; readonly inherited: Inherited }[],
  problems: Problems,
): void {
  const hosts = new Map<string, Declared>();
  for (const { tenant, inherited } of tenants) {
    const known = inherited.environments.map(({ name }) => name);
    for (const [index, domain] of (tenant.declaration.value.domains ?? []).entries()) {
      const host = domain.host.toLowerCase();
      const first = hosts.get(host);
      const declared = tenant.declaration.at(`/domains/${index}/host`);
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
