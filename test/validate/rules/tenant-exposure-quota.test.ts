import { expect, test } from 'vitest';
import { findingsInFleet, told } from '../in-fleet.ts';

function say(hard: string): readonly string[] {
  const text = `apiVersion: v1\nkind: ResourceQuota\nmetadata:\n  name: tenant\n  namespace: payments-dev\nspec:\n  hard: ${hard}\n`;
  const units = { 'dev/dev-eu-1/payments/baseline': text };
  return told(findingsInFleet({ rule: 'tenant-exposure-quota', cluster: 'dev-eu-1', units }));
}

test('a quota allows neither load balancers nor node ports', () => {
  expect(say('{ services.loadbalancers: "0", services.nodeports: 0 }')).toEqual([]);
  expect(say('{ services.loadbalancers: "2", services.nodeports: 0 }')).toEqual([
    'granted /spec/hard/services.loadbalancers',
  ]);
  expect(say('{ pods: "4" }')).toEqual(['unbounded /spec/hard', 'unbounded /spec/hard']);
});
