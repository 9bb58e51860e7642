import { hostClaims, isWithin, tenancyOf } from '../../../analysis/index.ts';
import type { HostClaim, World } from '../../../analysis/index.ts';
import type { Environment, Tenant } from '../../../model/types.ts';
import { defineRule } from '../../rule.ts';

export const tenantHost = defineRule({
  id: 'tenant-host',
  set: 'recommended',
  title: "A tenant's routes, listeners, certificates and DNS records are for its own hosts.",
  fix: "Use a host below `<tenant>.<domain of the environment>`, or declare the domain in the tenant's `domains`.",
  severity: 'error',
  needs: 'fleet',
  options: { sharedDomain: false },
  kinds: 'every',
  checkSet(world, report, _leaveOut, { sharedDomain }) {
    const tenancy = tenancyOf(world);
    const environment = world.facts?.environment;
    if (tenancy === undefined || environment === undefined) return;
    const foreign = domainsOf(world);
    for (const claim of hostClaims(world)) {
      const { object, host, pointer } = claim;
      const tenant = tenancy.ownerOf(object.ref.namespace) ?? tenancy.named(object.unit?.tenant ?? '');
      if (tenant === undefined) continue;
      const own = ownDomains(tenant, environment);
      const name = host.startsWith('*.') ? host.slice(2) : host;
      if (own.some((domain) => isWithin(host, domain) || name === domain)) continue;
      if (sharedDomain === true && isShared(claim, world, environment)) continue;
      const owner = foreign.find(([domain, whose]) => whose !== tenant.name && isWithin(name, domain))?.[1];
      report(object, {
        messageId: owner === undefined ? 'undeclared' : 'foreign',
        message: `${object.ref.kind} ${object.ref.name} of tenant ${tenant.name} is for ${host}, ${owner === undefined ? 'which is none of its domains' : `a host of tenant ${owner}`}`,
        pointer,
        seen: host,
        allowed: own.join(', '),
      });
    }
  },
});

function zonesOf({ domains }: Environment): readonly string[] {
  return [domains.ingress, domains.internal].filter((domain) => domain !== undefined);
}

/** Each tenant has `<tenant>.<domain>`, as the model keeps it for them, and what it declares. */
function ownDomains({ name, domains }: Tenant, environment: Environment): readonly string[] {
  const declared = domains.map(({ host }) => (host.startsWith('*.') ? host.slice(2) : host));
  return [...zonesOf(environment).map((zone) => `${name}.${zone}`), ...declared];
}

/** One label below the environment's domain, and no tenant's name: first come, first served, where that is allowed. */
function isShared({ host }: HostClaim, { facts }: World, environment: Environment): boolean {
  const tenants = facts?.fleet.tenants ?? [];
  return zonesOf(environment).some((zone) => {
    const label = host.endsWith(`.${zone}`) ? host.slice(0, -zone.length - 1) : undefined;
    return label !== undefined && /^[a-z0-9-]+$/.test(label) && !tenants.some(({ name }) => name === label);
  });
}

/** What belongs to whom in the whole fleet. */
function domainsOf({ facts }: World): readonly (readonly [domain: string, tenant: string])[] {
  const zones = (facts?.fleet.environments ?? []).flatMap(zonesOf);
  const declared = (facts?.fleet.units ?? []).flatMap(({ input }) =>
    'tenant' in input ? input.tenant.domains.map(({ host }) => [host, input.tenant.name] as const) : [],
  );
  const given = (facts?.fleet.tenants ?? []).flatMap(({ name }) =>
    zones.map((zone) => [`${name}.${zone}`, name] as const),
  );
  return [...new Map([...declared, ...given])];
}
