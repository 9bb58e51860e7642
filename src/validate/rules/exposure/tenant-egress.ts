import { blockTakes, isInside, isPrivate, metadataAddresses, policiesOf, tenancyOf } from '../../../analysis/index.ts';
import type { Environment, Tenant } from '../../../model/types.ts';
import { defineRule } from '../../rule.ts';

export const tenantEgress = defineRule({
  id: 'tenant-egress',
  set: 'recommended',
  title: "A tenant's pods leave the cluster for what is declared, and never for the metadata server.",
  fix: "Declare the block in the tenant's `network.egressTo`, or set `network.internet.egress`; leave `169.254.0.0/16` out by `except`.",
  severity: 'error',
  needs: 'fleet',
  kinds: ['networking.k8s.io/NetworkPolicy'],
  checkSet(world, report) {
    const tenancy = tenancyOf(world);
    const environment = world.facts?.environment;
    if (tenancy === undefined || environment === undefined) return;
    for (const { object, namespace, rules } of policiesOf(world).all) {
      const tenant = tenancy.ownerOf(namespace);
      if (tenant === undefined) continue;
      for (const { peers = [], pointer } of rules.egress) {
        for (const [index, { ipBlock }] of peers.entries()) {
          if (ipBlock === undefined) continue;
          const { cidr = '' } = ipBlock;
          const place = { pointer: `${pointer}/to/${index}/ipBlock/cidr`, seen: cidr };
          const address = metadataAddresses.find((one) => blockTakes(ipBlock, one));
          if (address !== undefined) {
            report(object, {
              ...place,
              messageId: 'metadata',
              message: `NetworkPolicy ${object.ref.name} lets pods of tenant ${tenant.name} reach ${address}, where a cloud gives out the credentials of the node`,
              fix: 'Add `169.254.0.0/16` to `except` of the block.',
            });
          } else if (!isDeclared(cidr, tenant, environment)) {
            report(object, {
              ...place,
              messageId: 'undeclared',
              message: `NetworkPolicy ${object.ref.name} lets pods of tenant ${tenant.name} reach ${cidr}, which the tenant does not declare`,
              allowed: declaredBlocks(tenant, environment).join(', '),
            });
          }
        }
      }
    }
  },
});

function isDeclared(cidr: string, tenant: Tenant, environment: Environment): boolean {
  if (tenant.network.internet.egress && !isPrivate(cidr)) return true;
  return declaredBlocks(tenant, environment).some((block) => isInside(cidr, block));
}

function declaredBlocks({ network }: Tenant, environment: Environment): readonly string[] {
  const own = network.egressTo.map(({ cidr }) => cidr).filter((cidr) => cidr !== undefined);
  return [...own, ...environment.network.egressAllow];
}
