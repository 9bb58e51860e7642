import { isInside, namespacesOf, policiesOf, tenancyOf } from '../../../analysis/index.ts';
import type { PlacedRule } from '../../../analysis/index.ts';
import type { ResolvedPeer, Tenant } from '../../../model/types.ts';
import { defineRule } from '../../rule.ts';
import { portsOf } from './peer-ports.ts';

const words = {
  ingress: { list: 'from', verb: 'lets in', field: 'ingressFrom' },
  egress: { list: 'to', verb: 'lets out to', field: 'egressTo' },
} as const;

export const networkReach = defineRule({
  id: 'network-reach',
  set: 'recommended',
  title: 'Nothing passes between tenants but what they declare.',
  fix: "Declare the peer and its ports in the tenant's `network.ingressFrom` or `network.egressTo`, or take the rule out of the policy.",
  severity: 'error',
  needs: 'fleet',
  kinds: ['networking.k8s.io/NetworkPolicy'],
  checkSet(world, report) {
    const tenancy = tenancyOf(world);
    if (tenancy === undefined) return;
    for (const { object, namespace, rules } of policiesOf(world).all) {
      const tenant = tenancy.ownerOf(namespace);
      if (tenant === undefined) continue;
      const { name } = object.ref;
      for (const way of ['ingress', 'egress'] as const) {
        const { list, verb, field } = words[way];
        for (const { peers = [], ports, pointer } of rules[way]) {
          for (const [index, { namespaceSelector, ipBlock }] of peers.entries()) {
            const place = `${pointer}/${list}/${index}`;
            const cidr = way === 'ingress' ? ipBlock?.cidr : undefined;
            if (cidr !== undefined && !tenant.network.ingressFrom.some((peer) => isInside(cidr, peer.cidr ?? ''))) {
              report(object, {
                messageId: 'undeclared-block',
                message: `NetworkPolicy ${name} lets in ${cidr}, which tenant ${tenant.name} does not declare`,
                pointer: `${place}/ipBlock/cidr`,
                seen: cidr,
              });
            }
            if (namespaceSelector === undefined) continue;
            const reached = new Set(namespacesOf(world).selected(namespaceSelector).map(tenancy.ownerOf));
            for (const other of reached) {
              const declared = tenant.network[field].filter((peer) => peer.tenant === other?.name);
              if (other === undefined || isOwn(tenant, other) || isAllowed(ports, declared)) continue;
              report(object, {
                messageId: 'undeclared',
                message: `NetworkPolicy ${name} of tenant ${tenant.name} ${verb} tenant ${other.name} on ${seenPorts(ports)}, and declared is ${declared.map(portsOf).join(' and ') || 'nothing'}`,
                pointer: `${place}/namespaceSelector`,
                seen: other.name,
              });
            }
          }
        }
      }
    }
  },
});

function isOwn(tenant: Tenant, other: Tenant): boolean {
  return tenant === other && (tenant.network.allowSameTenant || tenant.namespaces.length === 1);
}

function isAllowed(ports: PlacedRule['ports'], declared: readonly ResolvedPeer[]): boolean {
  if (declared.some((peer) => peer.ports === undefined)) return true;
  const known = new Set(declared.flatMap((peer) => peer.ports ?? []));
  return (ports ?? [{}]).every(
    ({ port, endPort = port }) => typeof port === 'number' && endPort === port && known.has(port),
  );
}

function seenPorts(ports: PlacedRule['ports']): string {
  return ports === undefined ? 'every port' : `port ${ports.map(({ port }) => port ?? 'any').join(', ')}`;
}
