import { policiesOf, tenancyOf } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';

export const tenantDefaultDeny = defineRule({
  id: 'tenant-default-deny',
  set: 'recommended',
  title: 'Every namespace of a tenant is closed until something opens it.',
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
        if (whole.some(({ isolates }) => isolates[way])) continue;
        report(namespace, {
          messageId: way,
          message: `namespace ${namespace.ref.name} of tenant ${tenant.name} has no NetworkPolicy that selects every pod and closes ${way}: ${way === 'ingress' ? 'any pod of the cluster reaches its pods' : 'its pods reach everything'}`,
          pointer: '/metadata/name',
        });
      }
    }
  },
});
