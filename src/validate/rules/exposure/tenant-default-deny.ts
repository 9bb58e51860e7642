import { policiesOf, tenancyOf } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';

export const tenantDefaultDeny = defineRule({
  id: 'tenant-default-deny',
  set: 'recommended',
  title: 'Every namespace of a tenant is closed by a policy that allows nothing.',
  fix: 'Render a NetworkPolicy with an empty `podSelector`, `policyTypes` Ingress and Egress and no rules into the namespace.',
  severity: 'error',
  needs: 'fleet',
  kinds: ['/Namespace'],
  checkSet(world, report) {
    const tenancy = tenancyOf(world);
    if (tenancy === undefined) return;
    for (const namespace of world.ofKind('/Namespace')) {
      const tenant = tenancy.ownerOf(namespace.ref.name);
      if (tenant === undefined) continue;
      const whole = policiesOf(world)
        .of(namespace.ref.name)
        .filter(({ takesAll }) => takesAll);
      for (const way of ['ingress', 'egress'] as const) {
        const closing = whole.filter(({ isolates }) => isolates[way]);
        if (closing.some(({ rules }) => rules[way].length === 0)) continue;
        const [other] = closing;
        const told = `namespace ${namespace.ref.name} of tenant ${tenant.name} has no NetworkPolicy that selects every pod, closes ${way} and allows nothing`;
        const now = way === 'ingress' ? 'any pod of the cluster reaches its pods' : 'its pods reach everything';
        report(namespace, {
          messageId: way,
          message:
            other === undefined
              ? `${told}: ${now}`
              : `${told}: once ${other.object.ref.name} goes, which is there to allow something, ${now}`,
          pointer: '/metadata/name',
          ...(other === undefined ? {} : { related: [{ object: other.object }] }),
        });
      }
    }
  },
});
