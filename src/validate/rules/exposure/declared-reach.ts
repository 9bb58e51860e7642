import { namespacesOf, opens, policiesOf, tenancyOf } from '../../../analysis/index.ts';
import type { PlacedRule, World } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import { portsOf } from './peer-ports.ts';

const words = {
  ingress: { field: 'ingressFrom', open: 'lets them in' },
  egress: { field: 'egressTo', open: 'lets its pods out there' },
} as const;

export const declaredReach = defineRule({
  id: 'declared-reach',
  set: 'recommended',
  title: 'What a tenant declares of its network, its policies let through.',
  fix: 'Render a NetworkPolicy for the peer, or take the declaration back.',
  severity: 'error',
  needs: 'fleet',
  kinds: ['/Namespace'],
  checkSet(world, report) {
    const tenancy = tenancyOf(world);
    if (tenancy === undefined) return;
    for (const namespace of world.ofKind('/Namespace')) {
      const tenant = tenancy.ownerOf(namespace.ref.name);
      const policies = policiesOf(world).of(namespace.ref.name);
      for (const way of ['ingress', 'egress'] as const) {
        if (tenant === undefined || !policies.some(({ isolates }) => isolates[way])) continue;
        const { field, open } = words[way];
        const rules = policies.flatMap((policy) => policy.rules[way]);
        for (const peer of tenant.network[field]) {
          const others = tenancy.named(peer.tenant ?? '')?.namespaces ?? [];
          // Port 0 stands for all of them.
          const ports = peer.ports ?? [0];
          if (others.every((other) => ports.every((port) => rules.some((rule) => passes(rule, other, port, world)))))
            continue;
          report(namespace, {
            messageId: way,
            message: `tenant ${tenant.name} declares ${field} tenant ${peer.tenant ?? ''} on ${portsOf(peer)}, and no NetworkPolicy of ${namespace.ref.name} ${open}`,
            pointer: '/metadata/name',
            seen: peer.tenant ?? '',
          });
        }
      }
    }
  },
});

function passes({ peers, ports }: PlacedRule, namespace: string, port: number, world: World): boolean {
  if (port === 0 ? ports !== undefined : !opens(ports, port, 'TCP')) return false;
  return (
    peers === undefined ||
    peers.some(
      ({ namespaceSelector }) =>
        namespaceSelector !== undefined && namespacesOf(world).selected(namespaceSelector).includes(namespace),
    )
  );
}
