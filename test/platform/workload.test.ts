import { expect, test } from 'vitest';
import { secrets } from '../../platform/workload/fields.ts';
import type { SharedSpec } from '../../platform/workload/fields.ts';
import { podOf } from '../../platform/workload/pods.ts';
import type { WorkloadInput } from '../../platform/workload/pods.ts';
import { servedHosts } from '../../platform/workload/route.ts';

function named(name: string): WorkloadInput {
  return {
    app: { name, tenant: 'payments' },
    capabilities: { 'priority-classes': { platform: 'p', high: 'h', standard: 's', batch: 'b' } },
  } as unknown as WorkloadInput;
}

const spec: SharedSpec = { resources: { cpu: '100m', memory: '64Mi' }, env: {}, secrets: [], priority: 'standard' };

test.each(['default', 'deployer'])('an app does not take over the ServiceAccount `%s` of the baseline', (name) => {
  expect(() => podOf(named(name), spec)).toThrow(`app payments/${name} needs another name`);
});

test('any other app runs as itself', () => {
  expect(podOf(named('ledger'), spec).serviceAccountName).toBe('ledger');
});

test.each(['../x', 'Upper', 'a b', '-a', ''])('%j names no Secret', (name) => {
  expect(secrets.safeParse([name]).success).toBe(false);
  expect(secrets.safeParse(['ledger-db']).success).toBe(true);
});

test("a route serves the hosts that its tenant has here, and refuses one that is not its tenant's at all", () => {
  const input = {
    app: { name: 'checkout' },
    tenant: { name: 'payments', domains: [{ host: 'pay.example' }], domainsElsewhere: ['pay.test'] },
  } as unknown as WorkloadInput;
  expect(servedHosts(['pay.example', 'pay.test'], input)).toEqual(['pay.example']);
  expect(() => servedHosts(['pay.example', 'shop.example'], input)).toThrow(
    '`route.hosts` of app checkout names shop.example, which is none of the `domains` of tenant payments (pay.example, pay.test)',
  );
});
