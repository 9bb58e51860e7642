import { expect, test } from 'vitest';
import { findingsInFleet, told } from '../in-fleet.ts';

const unit = 'dev/dev-eu-1/payments/baseline';
const namespace = 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: payments-dev\n';
const quota = '---\napiVersion: v1\nkind: ResourceQuota\nmetadata:\n  name: tenant\n  namespace: payments-dev\n';
const limits = '---\napiVersion: v1\nkind: LimitRange\nmetadata:\n  name: tenant\n  namespace: payments-dev\n';

function say(text: string): readonly string[] {
  return told(findingsInFleet({ rule: 'tenant-quota', cluster: 'dev-eu-1', units: { [unit]: text } }));
}

test('a namespace of a tenant has a quota and limits', () => {
  expect(say(namespace + quota + limits)).toEqual([]);
  expect(say(namespace + quota)).toEqual(['no-limits /metadata/name']);
  expect(say(namespace)).toEqual(['no-limits /metadata/name', 'no-quota /metadata/name']);
});

test('a quota in another namespace is none, and a namespace of nobody needs none', () => {
  expect(say(namespace + limits + quota.replace('payments-dev', 'storefront-dev'))).toEqual([
    'no-quota /metadata/name',
  ]);
  expect(say(namespace.replace('payments-dev', 'monitoring'))).toEqual([]);
});
