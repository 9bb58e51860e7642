import { ownClusterRoles, ownControllers } from './cluster-roles.ts';
import type { Made } from './present.ts';

const namespaces = ['default', 'kube-node-lease', 'kube-public', 'kube-system'];

const roles: readonly (readonly [namespace: string, name: string])[] = [
  ['kube-public', 'system:controller:bootstrap-signer'],
  ['kube-system', 'extension-apiserver-authentication-reader'],
  ['kube-system', 'system::leader-locking-kube-controller-manager'],
  ['kube-system', 'system::leader-locking-kube-scheduler'],
  ['kube-system', 'system:controller:bootstrap-signer'],
  ['kube-system', 'system:controller:cloud-provider'],
  ['kube-system', 'system:controller:token-cleaner'],
];

const priorityLevels = [
  'catch-all',
  'exempt',
  'global-default',
  'leader-election',
  'node-high',
  'system',
  'workload-high',
  'workload-low',
];

const dnsPorts = ['dns', 'dns-tcp', 'metrics', 53, 9153];

/** What every cluster has by itself, once its API server and its controller manager run. */
export function ownObjects(minor: number): readonly Made[] {
  return [
    ...namespaces.map((name) => ({
      kind: '/Namespace',
      name,
      labels: { 'kubernetes.io/metadata.name': name },
    })),
    // Controllers put these into every namespace.
    { kind: '/ServiceAccount', name: 'default' },
    ...ownControllers.map((name) => ({ kind: '/ServiceAccount', namespace: 'kube-system', name })),
    { kind: '/ConfigMap', name: 'kube-root-ca.crt', keys: ['ca.crt'] },
    {
      kind: '/ConfigMap',
      namespace: 'kube-system',
      name: 'extension-apiserver-authentication',
    },
    {
      kind: '/Service',
      namespace: 'default',
      name: 'kubernetes',
      labels: { component: 'apiserver', provider: 'kubernetes' },
      ports: ['https', 443],
    },
    ...ownClusterRoles(minor).map((name) => ({ kind: 'rbac.authorization.k8s.io/ClusterRole', name })),
    ...roles.map(([namespace, name]) => ({ kind: 'rbac.authorization.k8s.io/Role', namespace, name })),
    ...['system-cluster-critical', 'system-node-critical'].map((name) => ({
      kind: 'scheduling.k8s.io/PriorityClass',
      name,
    })),
    ...priorityLevels.map((name) => ({ kind: 'flowcontrol.apiserver.k8s.io/PriorityLevelConfiguration', name })),
    // Service discovery by DNS is part of what a conformant cluster has, under these names.
    {
      kind: '/Service',
      namespace: 'kube-system',
      name: 'kube-dns',
      labels: { 'k8s-app': 'kube-dns' },
      ports: dnsPorts,
    },
    { kind: '/Pod', namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' }, ports: dnsPorts },
  ];
}
