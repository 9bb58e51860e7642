import { isWhole, policiesOf, tenancyOf } from '../../../analysis/index.ts';
import type { NetworkPolicyPeer } from '../../../schema/types/networking-v1.ts';
import { defineRule } from '../../rule.ts';

export const tenantOpenPolicy = defineRule({
  id: 'tenant-open-policy',
  set: 'recommended',
  title: 'No NetworkPolicy of a tenant lets in, or out to, every namespace or everywhere.',
  fix: 'Name the peers: a namespace by `kubernetes.io/metadata.name`, pods by labels, blocks of addresses that the tenant declares.',
  severity: 'error',
  needs: 'fleet',
  kinds: ['networking.k8s.io/NetworkPolicy'],
  checkSet(world, report) {
    const tenancy = tenancyOf(world);
    if (tenancy === undefined) return;
    for (const { object, namespace, rules } of policiesOf(world).all) {
      const tenant = tenancy.ownerOf(namespace);
      if (tenant === undefined) continue;
      const told = `NetworkPolicy ${object.ref.name} of tenant ${tenant.name} lets`;
      for (const way of ['ingress', 'egress'] as const) {
        const [verb, list] = way === 'ingress' ? ['in', 'from'] : ['out to', 'to'];
        for (const { peers, pointer } of rules[way]) {
          if (peers === undefined) {
            report(object, {
              messageId: 'anywhere',
              message: `${told} ${verb} everything: the rule names no peer`,
              pointer,
            });
          }
          for (const [index, peer] of (peers ?? []).entries()) {
            const open = openness(peer, way);
            if (open === undefined) continue;
            report(object, {
              messageId: open.messageId,
              message: `${told} ${verb} ${open.what}`,
              pointer: `${pointer}/${list}/${index}/${open.at}`,
            });
          }
        }
      }
    }
  },
});

/** Where blocks of addresses lead to out of the cluster, `tenant-egress` says. */
function openness({ namespaceSelector, ipBlock }: NetworkPolicyPeer, way: 'ingress' | 'egress') {
  if (namespaceSelector !== undefined) {
    const { matchLabels = {}, matchExpressions = [] } = namespaceSelector;
    if (Object.keys(matchLabels).length + matchExpressions.length > 0) return undefined;
    return { messageId: 'every-namespace', what: 'every namespace of the cluster', at: 'namespaceSelector' };
  }
  if (way === 'egress' || ipBlock === undefined || !isWhole(ipBlock)) return undefined;
  return { messageId: 'every-address', what: `every address (${ipBlock.cidr ?? ''})`, at: 'ipBlock/cidr' };
}
