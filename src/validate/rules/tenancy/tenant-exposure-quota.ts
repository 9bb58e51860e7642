import { step, tenancyOf } from '../../../analysis/index.ts';
import type { SetObject } from '../../../analysis/index.ts';
import { parseQuantity } from '../../../formats/index.ts';
import { defineRule } from '../../rule.ts';

const resources = ['services.loadbalancers', 'services.nodeports'] as const;

export const tenantExposureQuota = defineRule({
  id: 'tenant-exposure-quota',
  set: 'recommended',
  title: "A tenant's quota allows no load balancers and no node ports: traffic comes in through the gateway.",
  fix: "Set `services.loadbalancers: '0'` and `services.nodeports: '0'` in the quota class; a waiver grants a tenant its own.",
  severity: 'error',
  needs: 'fleet',
  kinds: ['/ResourceQuota'],
  checkSet(world, report) {
    const tenancy = tenancyOf(world);
    for (const tenant of tenancy?.tenants ?? []) {
      for (const namespace of tenant.namespaces) {
        const quotas = world.inNamespace('/ResourceQuota', namespace);
        const [first] = quotas;
        if (first === undefined) continue;
        for (const resource of resources) {
          const bounded = quotas.find((quota) => hardOf(quota)[resource] !== undefined);
          const seen = bounded === undefined ? undefined : hardOf(bounded)[resource];
          if (seen !== undefined && (parseQuantity(seen)?.nano ?? 0n) <= 0n) continue;
          report(bounded ?? first, {
            messageId: seen === undefined ? 'unbounded' : 'granted',
            message: `tenant ${tenant.name} may have ${seen ?? 'any number of'} ${resource} in namespace ${namespace}`,
            pointer: seen === undefined ? '/spec/hard' : `/spec/hard${step(resource)}`,
            seen: seen ?? 'no limit',
            allowed: '0',
            ...(seen === undefined ? { severity: 'warning' as const } : {}),
          });
        }
      }
    }
  },
});

function hardOf({ object }: SetObject): Readonly<Record<string, string>> {
  return (object as { readonly spec?: { readonly hard?: Readonly<Record<string, string>> } }).spec?.hard ?? {};
}
