import type { PolicyRule } from '../../schema/types/rbac-v1.ts';

const read = ['get', 'list', 'watch'];
const write = ['create', 'delete', 'deletecollection', 'patch', 'update'];
const rbac = 'rbac.authorization.k8s.io';

const view: readonly PolicyRule[] = [
  {
    apiGroups: [''],
    resources: ['configmaps', 'endpoints', 'pods', 'pods/log', 'services', 'serviceaccounts'],
    verbs: read,
  },
  { apiGroups: ['apps'], resources: ['daemonsets', 'deployments', 'replicasets', 'statefulsets'], verbs: read },
  { apiGroups: ['batch'], resources: ['cronjobs', 'jobs'], verbs: read },
  { apiGroups: ['networking.k8s.io'], resources: ['ingresses', 'networkpolicies'], verbs: read },
];

const edit: readonly PolicyRule[] = [
  ...view,
  {
    apiGroups: [''],
    resources: ['pods/attach', 'pods/exec', 'pods/portforward', 'pods/proxy', 'secrets', 'services/proxy'],
    verbs: read,
  },
  { apiGroups: [''], resources: ['serviceaccounts'], verbs: ['impersonate'] },
  {
    apiGroups: [''],
    resources: [
      'configmaps',
      'pods',
      'pods/attach',
      'pods/exec',
      'pods/portforward',
      'secrets',
      'serviceaccounts',
      'services',
    ],
    verbs: write,
  },
  { apiGroups: [''], resources: ['serviceaccounts/token'], verbs: ['create'] },
  { apiGroups: ['apps'], resources: ['daemonsets', 'deployments', 'replicasets', 'statefulsets'], verbs: write },
  { apiGroups: ['batch'], resources: ['cronjobs', 'jobs'], verbs: write },
  { apiGroups: ['networking.k8s.io'], resources: ['ingresses', 'networkpolicies'], verbs: write },
];

/**
 * The roles for users that every API server makes, as far as the powers in powers.ts go.
 * Source: plugin/pkg/auth/authorizer/rbac/bootstrappolicy/policy.go.
 */
export const builtInRoles: ReadonlyMap<string, readonly PolicyRule[]> = new Map([
  [
    'cluster-admin',
    [
      { apiGroups: ['*'], resources: ['*'], verbs: ['*'] },
      { nonResourceURLs: ['*'], verbs: ['*'] },
    ],
  ],
  ['admin', [...edit, { apiGroups: [rbac], resources: ['roles', 'rolebindings'], verbs: [...read, ...write] }]],
  ['edit', edit],
  ['view', view],
]);
