import { expect, test } from 'vitest';
import { findingsInFleet, told } from '../in-fleet.ts';

const binding = `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: admin
  namespace: payments-dev
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: admin }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: payments-admins }
`;

function platformBinding(group: string): string {
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: operators
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: ${group} }
`;
}

function say(group: string, tenants = 0): readonly string[] {
  return told(
    findingsInFleet({
      rule: 'tenant-group',
      cluster: 'dev-eu-1',
      units: {
        'dev/dev-eu-1/payments/baseline': binding,
        'dev/dev-eu-1/platform/ingress': platformBinding(group),
      },
      change: (platform) => {
        const [, , storefront] = platform.tenants;
        if (storefront === undefined) throw new Error('no tenant to copy');
        for (let number = 0; number < tenants; number++) {
          const access = { ...storefront.access, admin: { groups: ['payments-admins'] } };
          platform.tenants.push({ ...storefront, name: `shop-${number}`, access });
        }
      },
    }),
  );
}

test("a tenant's group is not one of the platform", () => {
  expect(say('operators')).toEqual([]);
  expect(say('payments-admins')).toEqual(['platform /subjects/0/name']);
});

test('a group stands for twenty tenants at most', () => {
  expect(say('operators', 19)).toEqual([]);
  expect(say('operators', 20)).toEqual(['crowd /subjects/0/name']);
});
