import { tenancyOf } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';

export const tenantExpired = defineRule({
  id: 'tenant-expired',
  set: 'recommended',
  title: 'No tenant is past its last day, and none that is retired is still placed.',
  fix: 'Remove the tenant in two steps (`deletion: cascade` first), or give it a later `expiresAt` or another `lifecycle`.',
  severity: 'warning',
  needs: 'fleet',
  kinds: ['/Namespace'],
  checkSet(world, report) {
    const tenancy = tenancyOf(world);
    const today = world.facts?.today;
    for (const namespace of world.ofKind('/Namespace')) {
      const tenant = tenancy?.ownerOf(namespace.ref.name);
      if (tenant === undefined) continue;
      const { name, expiresAt, lifecycle } = tenant;
      if (expiresAt !== undefined && today !== undefined && expiresAt < today) {
        report(namespace, {
          messageId: 'expired',
          message: `tenant ${name} expired on ${expiresAt}, and still has namespace ${namespace.ref.name}`,
          pointer: '/metadata/name',
          seen: expiresAt,
          allowed: `${today} or later`,
        });
      }
      if (lifecycle === 'retired') {
        report(namespace, {
          messageId: 'retired',
          message: `tenant ${name} is retired, and still has namespace ${namespace.ref.name}`,
          pointer: '/metadata/name',
          seen: lifecycle,
        });
      }
    }
  },
});
