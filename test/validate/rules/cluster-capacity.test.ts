import { expect, test } from 'vitest';
import { findingsInFleet, told } from '../in-fleet.ts';

function quota(tenant: string, hard: string): string {
  return `apiVersion: v1\nkind: ResourceQuota\nmetadata:\n  name: tenant\n  namespace: ${tenant}-dev\nspec:\n  hard: ${hard}\n`;
}

function findings(payments: string, storefront: string, capacity = { cpu: '10', memory: '64Gi', overcommit: 2 }) {
  return findingsInFleet({
    rule: 'cluster-capacity',
    cluster: 'dev-eu-1',
    units: {
      'dev/dev-eu-1/payments/baseline': quota('payments', payments),
      'dev/dev-eu-1/storefront/baseline': quota('storefront', storefront),
    },
    change: (platform) => {
      platform.clusters = platform.clusters.map((one) => (one.name === 'dev-eu-1' ? { ...one, capacity } : one));
    },
  });
}

test('quotas fit the capacity with its overcommitment', () => {
  expect(findings('{ requests.cpu: "12", requests.memory: 64Gi }', '{ cpu: 8000m, requests.memory: 64Gi }')).toEqual(
    [],
  );
});

test('the largest quota is told, with the sum, the limit and the others', () => {
  const found = findings('{ requests.cpu: "12", requests.memory: 1Gi }', '{ requests.cpu: "9", requests.memory: 1Gi }');
  expect(told(found)).toEqual(['exceeded /spec/hard/requests.cpu']);
  expect(found[0]).toMatchObject({ seen: '21', allowed: '20', object: { namespace: 'payments-dev' } });
  expect(found[0]?.related?.map(({ object }) => object.namespace)).toEqual(['storefront-dev']);
});

test('a tenant without a ceiling could take everything', () => {
  expect(told(findings('{ pods: "10", requests.memory: 1Gi }', '{ cpu: "1", memory: 1Gi }'))).toEqual([
    'unbounded /spec/hard',
  ]);
});
