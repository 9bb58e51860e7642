import { expect, test } from 'vitest';
import { findingsInFleet, told } from '../in-fleet.ts';

function say(
  today: string,
  more: { readonly expiresAt?: string; readonly lifecycle?: 'ga' | 'retired' },
  namespace = 'payments-dev',
): readonly string[] {
  return told(
    findingsInFleet({
      rule: 'tenant-expired',
      cluster: 'dev-eu-1',
      units: {
        'dev/dev-eu-1/payments/baseline': `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ${namespace}\n`,
      },
      today,
      change: (platform) => {
        platform.tenants = platform.tenants.map((one) => (one.name === 'payments' ? { ...one, ...more } : one));
      },
    }),
  );
}

test('the last day of a tenant is still one of its days', () => {
  expect(say('2027-01-31', { expiresAt: '2027-01-31' })).toEqual([]);
  expect(say('2027-02-01', { expiresAt: '2027-01-31' })).toEqual(['expired /metadata/name']);
  expect(say('2027-02-01', {})).toEqual([]);
});

test('a retired tenant has no namespace', () => {
  expect(say('2027-02-01', { lifecycle: 'retired' })).toEqual(['retired /metadata/name']);
});

test('the namespaces of the platform belong to no tenant', () => {
  expect(say('2027-02-01', { lifecycle: 'retired' }, 'monitoring')).toEqual([]);
});
