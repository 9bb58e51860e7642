import { expect, test } from 'vitest';
import { secrets } from '../../platform/workload/fields.ts';
import type { SharedSpec } from '../../platform/workload/fields.ts';
import { podOf } from '../../platform/workload/pods.ts';
import type { WorkloadInput } from '../../platform/workload/pods.ts';

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
