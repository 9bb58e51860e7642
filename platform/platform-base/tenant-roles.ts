import type { ClusterRoleProps, PolicyRule } from 'keelson';
import type { Outputs } from '../capabilities.ts';

/** The names that bindings use. */
export const roles: Outputs<'tenant-roles'> = {
  admin: 'meridian-tenant-admin',
  edit: 'meridian-tenant-edit',
  view: 'meridian-tenant-view',
  deployer: 'meridian-tenant-deployer',
};

type Level = 'view' | 'edit' | 'admin';

const below: Readonly<Record<Level, readonly Level[]>> = {
  view: ['view'],
  edit: ['view', 'edit'],
  admin: ['view', 'edit', 'admin'],
};

/** A ClusterRole with this label adds to the tenants' role of that level. */
export function aggregateTo(level: Level): string {
  return `rbac.meridian.example/aggregate-to-tenant-${level}`;
}

/**
 * Kubernetes' own view is taken in; its edit and admin are not: they may write NetworkPolicies, Roles and RoleBindings, with which a
 * tenant could open what the baseline closes.
 */
export function aggregationRule(level: Level): NonNullable<ClusterRoleProps['aggregationRule']> {
  return {
    clusterRoleSelectors: [
      { matchLabels: { 'rbac.authorization.k8s.io/aggregate-to-view': 'true' } },
      ...below[level].map((own) => ({ matchLabels: { [aggregateTo(own)]: 'true' } })),
    ],
  };
}

const read = ['get', 'list', 'watch'];
const write = ['create', 'update', 'patch', 'delete', 'deletecollection'];

export const rules: Readonly<Record<Level, readonly PolicyRule[]>> = {
  view: [
    {
      apiGroups: ['gateway.networking.k8s.io'],
      resources: ['gateways', 'httproutes', 'listenersets'],
      verbs: read,
    },
    { apiGroups: ['cert-manager.io'], resources: ['certificates', 'certificaterequests'], verbs: read },
    {
      apiGroups: ['monitoring.coreos.com'],
      resources: ['servicemonitors', 'podmonitors', 'prometheusrules'],
      verbs: read,
    },
    { apiGroups: ['metrics.k8s.io'], resources: ['pods'], verbs: ['get', 'list'] },
  ],
  edit: [
    {
      apiGroups: [''],
      resources: ['configmaps', 'persistentvolumeclaims', 'pods', 'secrets', 'services'],
      verbs: [...read, ...write],
    },
    { apiGroups: [''], resources: ['pods/attach', 'pods/exec', 'pods/portforward'], verbs: ['get', 'create'] },
    {
      apiGroups: ['apps'],
      resources: ['deployments', 'deployments/scale', 'replicasets', 'statefulsets', 'statefulsets/scale'],
      verbs: [...read, ...write],
    },
    { apiGroups: ['autoscaling'], resources: ['horizontalpodautoscalers'], verbs: write },
    { apiGroups: ['batch'], resources: ['cronjobs', 'jobs'], verbs: write },
    { apiGroups: ['gateway.networking.k8s.io'], resources: ['httproutes'], verbs: write },
    {
      apiGroups: ['monitoring.coreos.com'],
      resources: ['servicemonitors', 'podmonitors', 'prometheusrules'],
      verbs: write,
    },
  ],
  admin: [
    { apiGroups: [''], resources: ['pods/eviction'], verbs: ['create'] },
    { apiGroups: ['policy'], resources: ['poddisruptionbudgets'], verbs: write },
    { apiGroups: ['rbac.authorization.k8s.io'], resources: ['roles', 'rolebindings'], verbs: read },
  ],
};

/** A pipeline does not apply manifests (Argo CD does): it watches a rollout, restarts one, and runs smoke tests as Jobs. */
export const deployerRules: readonly PolicyRule[] = [
  { apiGroups: ['apps'], resources: ['deployments', 'replicasets', 'statefulsets'], verbs: read },
  { apiGroups: ['apps'], resources: ['deployments', 'statefulsets'], verbs: ['patch'] },
  { apiGroups: ['batch'], resources: ['jobs'], verbs: [...read, 'create', 'delete'] },
  { apiGroups: [''], resources: ['events', 'pods', 'pods/log'], verbs: read },
];
