import { expect, test } from 'vitest';
import { findingsInFleet, told } from '../in-fleet.ts';

const group = 'rbac.authorization.k8s.io';

function say(subject: object, more: object = {}): readonly string[] {
  const items = [
    {
      apiVersion: `${group}/v1`,
      kind: 'RoleBinding',
      metadata: { name: 'readers', namespace: 'payments-dev' },
      roleRef: { apiGroup: group, kind: 'Role', name: 'reader' },
      subjects: [subject],
    },
    {
      apiVersion: `${group}/v1`,
      kind: 'Role',
      metadata: { name: 'reader', namespace: 'payments-dev' },
      rules: [{ apiGroups: [''], resources: ['secrets'], verbs: ['get', 'list'], ...more }],
    },
  ];
  const text = JSON.stringify({ apiVersion: 'v1', kind: 'List', items });
  const units = { 'dev/dev-eu-1/payments/baseline': text };
  return told(findingsInFleet({ rule: 'tenant-secrets', cluster: 'dev-eu-1', units }));
}

const people = (name: string) => ({ kind: 'Group', name, apiGroup: group });
const refused = ['reads-secrets /subjects/0/name'];

test("a tenant's own admins and accounts read its Secrets", () => {
  expect(say(people('payments-admins'))).toEqual([]);
  expect(say({ kind: 'ServiceAccount', name: 'web' })).toEqual([]);
  expect(say(people('system:serviceaccounts:payments-dev'))).toEqual([]);
});

test('those who may look do not, nor does the unit above, nor another tenant', () => {
  expect(say(people('payments-viewers'))).toEqual(refused);
  expect(say(people('commerce-leads'))).toEqual(refused);
  expect(say(people('storefront-admins'))).toEqual(refused);
  expect(say({ kind: 'ServiceAccount', name: 'web', namespace: 'storefront-dev' })).toEqual(refused);
});

test('who names one Secret, or reads none, is not asked', () => {
  expect(say(people('payments-viewers'), { resourceNames: ['public-key'] })).toEqual([]);
  expect(say(people('payments-viewers'), { verbs: ['create'] })).toEqual([]);
});
