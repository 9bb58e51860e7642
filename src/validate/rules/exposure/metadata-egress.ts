import { blockTakes, metadataAddresses, policiesOf, tenancyOf } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';

export const metadataEgress = defineRule({
  id: 'metadata-egress',
  set: 'strict',
  title: 'No NetworkPolicy lets pods reach the metadata server of their node.',
  fix: 'Add `169.254.0.0/16` to `except` of the block.',
  severity: 'warning',
  kinds: ['networking.k8s.io/NetworkPolicy'],
  checkSet(world, report) {
    const tenancy = tenancyOf(world);
    for (const { object, namespace, rules } of policiesOf(world).all) {
      // Tenants have a rule of their own, which is not only for the strict.
      if (tenancy?.ownerOf(namespace) !== undefined) continue;
      for (const { peers = [], pointer } of rules.egress) {
        for (const [index, { ipBlock }] of peers.entries()) {
          const address = metadataAddresses.find((one) => ipBlock !== undefined && blockTakes(ipBlock, one));
          if (ipBlock === undefined || address === undefined) continue;
          report(object, {
            messageId: 'metadata',
            message: `NetworkPolicy ${object.ref.name} lets pods reach ${address}, where a cloud gives out the credentials of the node`,
            pointer: `${pointer}/to/${index}/ipBlock/cidr`,
            seen: ipBlock.cidr ?? '',
          });
        }
      }
    }
  },
});
