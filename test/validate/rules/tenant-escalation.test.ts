import { expect, test } from 'vitest';
import { findingsInFleet, told } from '../in-fleet.ts';

const group = 'rbac.authorization.k8s.io';
const units = (text: string) => ({ 'dev/dev-eu-1/payments/baseline': text });
const rule = 'tenant-escalation';

function bound(role: string, rules: readonly object[] = [], subject = 'payments-admins', kind = 'RoleBinding'): string {
  const items = [
    {
      apiVersion: `${group}/v1`,
      kind,
      metadata: { name: 'one', ...(kind === 'RoleBinding' ? { namespace: 'payments-dev' } : {}) },
      roleRef: { apiGroup: group, kind: 'ClusterRole', name: role },
      subjects: [{ apiGroup: group, kind: 'Group', name: subject }],
    },
    { apiVersion: `${group}/v1`, kind: 'ClusterRole', metadata: { name: 'own' }, rules },
  ];
  return JSON.stringify({ apiVersion: 'v1', kind: 'List', items });
}

function say(text: string): readonly string[] {
  return told(findingsInFleet({ rule, cluster: 'dev-eu-1', units: units(text) }));
}

test('workloads, Secrets and logs are harmless', () => {
  const rules = [
    { apiGroups: [''], resources: ['pods', 'secrets', 'pods/exec'], verbs: ['*'] },
    { apiGroups: [group], resources: ['roles', 'rolebindings'], verbs: ['get', 'list'] },
    { apiGroups: [group], resources: ['clusterroles'], resourceNames: ['view'], verbs: ['bind'] },
  ];
  expect(say(bound('own', rules))).toEqual([]);
  expect(say(bound('view'))).toEqual([]);
});

test.each([
  ['everything', { apiGroups: ['*'], resources: ['*'], verbs: ['*'] }],
  ['escalate', { apiGroups: [group], resources: ['clusterroles'], verbs: ['escalate'] }],
  ['bind', { apiGroups: [group], resources: ['roles'], verbs: ['bind'] }],
  ['impersonate', { apiGroups: [''], resources: ['groups'], verbs: ['impersonate'] }],
  ['nodesProxy', { apiGroups: [''], resources: ['nodes/proxy'], verbs: ['get'] }],
  ['approve', { apiGroups: ['certificates.k8s.io'], resources: ['signers'], verbs: ['approve'] }],
  [
    'webhooks',
    {
      apiGroups: ['admissionregistration.k8s.io'],
      resources: ['mutatingwebhookconfigurations'],
      verbs: ['create'],
    },
  ],
  ['tokens', { apiGroups: [''], resources: ['serviceaccounts/token'], verbs: ['create'] }],
  ['tokens', { apiGroups: [''], resources: ['*/token'], verbs: ['create'] }],
  ['baseline', { apiGroups: ['networking.k8s.io'], resources: ['networkpolicies'], verbs: ['delete'] }],
  ['baseline', { apiGroups: [''], resources: ['resourcequotas'], verbs: ['patch'] }],
  ['baseline', { apiGroups: [group], resources: ['rolebindings'], verbs: ['create'] }],
])('%s leads out', (messageId, one) => {
  expect(say(bound('own', [one]))).toEqual([`${messageId} /roleRef`]);
});

test("Kubernetes' own edit and admin are too much, and cluster-admin is", () => {
  expect(say(bound('edit'))).toEqual(['impersonate /roleRef']);
  expect(say(bound('admin'))).toEqual(['impersonate /roleRef']);
  expect(say(bound('cluster-admin'))).toEqual(['everything /roleRef']);
});

test('what a role aggregates counts, and both ends are named', () => {
  const [finding, ...others] = findingsInFleet({
    rule,
    cluster: 'dev-eu-1',
    units: {
      'dev/dev-eu-1/payments/baseline': bound('meridian-admin'),
      'dev/dev-eu-1/platform/ingress': JSON.stringify({
        apiVersion: 'v1',
        kind: 'List',
        items: [
          {
            apiVersion: `${group}/v1`,
            kind: 'ClusterRole',
            metadata: { name: 'meridian-admin' },
            aggregationRule: { clusterRoleSelectors: [{ matchLabels: { 'meridian.example/admin': 'true' } }] },
          },
          {
            apiVersion: `${group}/v1`,
            kind: 'ClusterRole',
            metadata: { name: 'extra', labels: { 'meridian.example/admin': 'true' } },
            rules: [{ apiGroups: [group], resources: ['roles'], verbs: ['escalate'] }],
          },
        ],
      }),
    },
  });
  expect(others).toEqual([]);
  expect(finding?.messageId).toBe('escalate');
  expect(finding?.related?.map(({ object, pointer }) => `${object.name} ${pointer ?? ''}`)).toEqual(['extra /rules/0']);
});

test("a tenant's group keeps none of it elsewhere, and the platform's may", () => {
  const all = [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }];
  expect(say(bound('own', all, 'payments-admins', 'ClusterRoleBinding'))).toEqual(['everything /roleRef']);
  expect(say(bound('own', all, 'platform-admins', 'ClusterRoleBinding'))).toEqual([]);
});

test('nobody binds system:masters in a namespace of a tenant', () => {
  expect(say(bound('view', [], 'system:masters'))).toEqual(['masters /subjects/0/name']);
});
