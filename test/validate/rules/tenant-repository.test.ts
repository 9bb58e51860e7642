import { expect, test } from 'vitest';
import { findingsInFleet, told } from '../in-fleet.ts';

const repository = 'https://github.com/meridian/payments.git';
const project = `apiVersion: argoproj.io/v1alpha1
kind: AppProject
metadata:
  name: dev.payments
  namespace: argocd
spec:
  sourceRepos: [https://github.com/meridian/platform-config.git, ${repository}]
`;

function findings(others: readonly string[]) {
  return findingsInFleet({
    rule: 'tenant-repository',
    cluster: 'hub-eu-1',
    units: { 'dev/hub-eu-1/payments/delivery': project },
    change: (platform) => {
      platform.tenants = platform.tenants.map((one) =>
        one.name === 'storefront' ? { ...one, repositories: others } : one,
      );
    },
  });
}

test('a repository is of one tenant, however it is spelt', () => {
  expect(findings(['https://github.com/meridian/shop.git'])).toEqual([]);
  const found = findings(['https://github.com/Meridian/payments/']);
  expect(told(found)).toEqual(['shared /spec/sourceRepos/1']);
  expect(found[0]?.message).toContain('storefront');
});
