import { expect, test } from 'vitest';
import { findingsInFleet, told } from '../in-fleet.ts';

const group = 'rbac.authorization.k8s.io';

function binding(kind: string, namespace: string | undefined, subject: object): string {
  return JSON.stringify({
    apiVersion: `${group}/v1`,
    kind,
    metadata: { name: 'one', ...(namespace === undefined ? {} : { namespace }) },
    roleRef: { apiGroup: group, kind: 'ClusterRole', name: 'view' },
    subjects: [subject],
  });
}

function say(text: string, unit = 'dev/dev-eu-1/payments/baseline'): readonly string[] {
  return told(findingsInFleet({ rule: 'tenant-access', cluster: 'dev-eu-1', units: { [unit]: text } }));
}

const people = (name: string) => ({ kind: 'Group', name, apiGroup: group });
const account = (namespace: string) => ({ kind: 'ServiceAccount', name: 'deployer', namespace });

test('people and accounts of a tenant are bound in its own namespace', () => {
  expect(say(binding('RoleBinding', 'payments-dev', people('payments-admins')))).toEqual([]);
  expect(say(binding('RoleBinding', 'payments-dev', account('payments-dev')))).toEqual([]);
  expect(say(binding('RoleBinding', 'payments-dev', { kind: 'ServiceAccount', name: 'deployer' }))).toEqual([]);
});

test('a namespace of another tenant is none of theirs', () => {
  const foreign = ['foreign-namespace /subjects/0/name'];
  expect(say(binding('RoleBinding', 'payments-dev', people('storefront-viewers')))).toEqual(foreign);
  expect(say(binding('RoleBinding', 'payments-dev', account('storefront-dev')))).toEqual(foreign);
  expect(say(binding('RoleBinding', 'payments-dev', people('system:serviceaccounts:storefront-dev')))).toEqual(foreign);
  const user = { kind: 'User', name: 'system:serviceaccount:storefront-dev:web', apiGroup: group };
  expect(say(binding('RoleBinding', 'payments-dev', user))).toEqual(foreign);
  expect(say(binding('RoleBinding', 'kube-system', account('payments-dev')))).toEqual(foreign);
});

test('nobody of a tenant has rights in the whole cluster', () => {
  const wide = ['cluster-wide /subjects/0/name'];
  const unit = 'dev/dev-eu-1/platform/ingress';
  expect(say(binding('ClusterRoleBinding', undefined, people('payments-admins')), unit)).toEqual(wide);
  expect(say(binding('ClusterRoleBinding', undefined, account('payments-dev')), unit)).toEqual(wide);
});

test("groups that no tenant declares for this environment are the platform's", () => {
  expect(say(binding('RoleBinding', 'payments-dev', people('platform-oncall')))).toEqual([]);
  expect(say(binding('RoleBinding', 'payments-dev', people('storefront-prod-admins')))).toEqual([]);
  expect(say(binding('ClusterRoleBinding', undefined, people('platform-oncall')))).toEqual([]);
});

test('a group that two tenants declare may be bound in both', () => {
  const findings = findingsInFleet({
    rule: 'tenant-access',
    cluster: 'dev-eu-1',
    units: { 'dev/dev-eu-1/payments/baseline': binding('RoleBinding', 'payments-dev', people('commerce-everyone')) },
    change: (platform) => {
      platform.tenants = platform.tenants.map((tenant) =>
        tenant.type === 'org-unit'
          ? tenant
          : { ...tenant, access: { ...tenant.access, readOnly: { groups: ['commerce-everyone'] } } },
      );
    },
  });
  expect(findings).toEqual([]);
});
