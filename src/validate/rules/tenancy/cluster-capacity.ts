import { step, tenancyOf } from '../../../analysis/index.ts';
import type { World } from '../../../analysis/index.ts';
import { parseQuantity } from '../../../formats/index.ts';
import { defineRule } from '../../rule.ts';
import type { ReportOn } from '../../rule.ts';
import { ceilingOf, requested } from './quota-amounts.ts';
import type { Ceiling } from './quota-amounts.ts';

export const clusterCapacity = defineRule({
  id: 'cluster-capacity',
  set: 'recommended',
  title: "The quotas of a cluster's tenants together fit its capacity, overcommitment included.",
  fix: 'Lower the quota of a tenant, or raise `capacity` of the cluster to what it really has.',
  severity: 'error',
  needs: 'fleet',
  kinds: ['/ResourceQuota'],
  checkSet(world, report) {
    for (const resource of ['cpu', 'memory'] as const) checkResource(world, resource, report);
  },
});

interface TenantCeiling extends Ceiling {
  readonly tenant: string;
}

function checkResource(world: World, resource: keyof typeof requested, report: ReportOn): void {
  const { capacity, name: cluster } = world.facts?.cluster ?? {};
  const whole = capacity === undefined ? undefined : parseQuantity(capacity[resource])?.nano;
  if (capacity === undefined || whole === undefined) return;
  const limit = (whole * BigInt(Math.round(capacity.overcommit * 1000))) / 1000n;
  const ceilings: TenantCeiling[] = [];
  for (const tenant of tenancyOf(world)?.tenants ?? []) {
    for (const namespace of tenant.namespaces) {
      const quotas = world.inNamespace('/ResourceQuota', namespace);
      const [first] = quotas;
      if (first === undefined) continue;
      const ceiling = ceilingOf(quotas, requested[resource]);
      if (ceiling !== undefined) ceilings.push({ ...ceiling, tenant: tenant.name });
      else {
        report(first, {
          messageId: 'unbounded',
          message: `tenant ${tenant.name} may request any amount of ${resource} in namespace ${namespace}: no quota has ${requested[resource][0]}`,
          pointer: '/spec/hard',
          allowed: requested[resource][0],
          fix: `Give its quota ${requested[resource][0]}.`,
        });
      }
    }
  }
  const sum = ceilings.reduce((total, { amount }) => total + amount, 0n);
  const [largest, ...others] = ceilings.toSorted((a, b) => (a.amount === b.amount ? 0 : a.amount > b.amount ? -1 : 1));
  if (largest === undefined || sum <= limit) return;
  report(largest.quota, {
    messageId: 'exceeded',
    message: `the tenants of cluster ${cluster ?? ''} may request ${shown(sum, resource)} of ${resource} together, and it has ${capacity[resource]} with overcommitment ${capacity.overcommit}: ${shown(limit, resource)}; the largest is ${largest.tenant} with ${shown(largest.amount, resource)}`,
    pointer: `/spec/hard${step(largest.key)}`,
    seen: shown(sum, resource),
    allowed: shown(limit, resource),
    related: others.slice(0, 5).map(({ quota, key }) => ({ object: quota, pointer: `/spec/hard${step(key)}` })),
  });
}

function shown(nano: bigint, resource: keyof typeof requested): string {
  const value = Number(nano / 1_000_000n) / 1000;
  return resource === 'cpu' ? String(value) : `${Math.round((value / 2 ** 30) * 10) / 10}Gi`;
}
