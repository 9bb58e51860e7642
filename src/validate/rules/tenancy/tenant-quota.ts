import { tenancyOf } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';

const kinds = [
  { kind: 'ResourceQuota', without: 'one tenant can take all that the cluster has' },
  {
    kind: 'LimitRange',
    without: 'containers that say nothing get no requests and no limits, and a quota refuses them',
  },
] as const;

export const tenantQuota = defineRule({
  id: 'tenant-quota',
  set: 'recommended',
  title: 'Every namespace of a tenant has a ResourceQuota and a LimitRange.',
  fix: 'Give the tenant a quota class, or `quota` and `limits`, and have the baseline render them for each of its namespaces.',
  severity: 'error',
  needs: 'fleet',
  kinds: ['/Namespace'],
  checkSet(world, report) {
    const tenancy = tenancyOf(world);
    for (const namespace of world.ofKind('/Namespace')) {
      const { name } = namespace.ref;
      const tenant = tenancy?.ownerOf(name);
      if (tenant === undefined) continue;
      for (const { kind, without } of kinds) {
        if (world.inNamespace(`/${kind}`, name).length > 0) continue;
        report(namespace, {
          messageId: kind === 'ResourceQuota' ? 'no-quota' : 'no-limits',
          message: `namespace ${name} of tenant ${tenant.name} has no ${kind}: ${without}`,
          pointer: '/metadata/name',
          allowed: `a ${kind}`,
        });
      }
    }
  },
});
