import { ClusterRole, PriorityClass, defineComponent } from 'keelson';
import type { PolicyRule } from 'keelson';
import type { Outputs } from '../capabilities.ts';
import { componentLabels } from '../names.ts';

const labels = componentLabels('platform-base');

const roles: Outputs<'tenant-roles'> = {
  admin: 'meridian-tenant-admin',
  edit: 'meridian-tenant-edit',
  view: 'meridian-tenant-view',
  deployer: 'meridian-tenant-deployer',
};

const priorities: Outputs<'priority-classes'> = {
  platform: 'meridian-platform',
  high: 'meridian-high',
  standard: 'meridian-standard',
  batch: 'meridian-batch',
};

/** Values are immutable: a new value needs a class of a new name. */
const priorityClasses = [
  { name: priorities.platform, value: 1_000_000, description: 'Platform components that tenants depend on.' },
  { name: priorities.high, value: 100_000, description: "Tenants' workloads that customers wait for." },
  { name: priorities.standard, value: 10_000, description: 'What gets no class of its own.' },
  { name: priorities.batch, value: 1_000, description: 'Work that may wait, and never evicts others for itself.' },
  {
    // Not below -10: the cluster autoscaler would not add nodes for it (its flag --expendable-pods-priority-cutoff).
    name: 'meridian-overprovisioning',
    value: -10,
    description: 'Placeholder pods that hold spare room and give way to everything.',
  },
] as const;

const read = ['get', 'list', 'watch'];
const write = ['create', 'update', 'patch', 'delete', 'deletecollection'];

const customKinds: readonly Pick<PolicyRule, 'apiGroups' | 'resources'>[] = [
  { apiGroups: ['gateway.networking.k8s.io'], resources: ['gateways', 'httproutes', 'listenersets'] },
  { apiGroups: ['cert-manager.io'], resources: ['certificates', 'certificaterequests'] },
  { apiGroups: ['monitoring.coreos.com'], resources: ['servicemonitors', 'podmonitors', 'prometheusrules'] },
];

/** Another component adds to a tenant role by a ClusterRole with this label. */
function aggregateTo(role: 'admin' | 'edit' | 'view'): string {
  return `rbac.meridian.example/aggregate-to-tenant-${role}`;
}

export default defineComponent({
  name: 'platform-base',
  category: 'tenancy',
  description: 'PriorityClasses and the ClusterRoles that tenants are bound to.',
  owner: 'platform-core',
  lifecycle: { stage: 'ga', since: '2026-01-12' },
  provides: ['tenant-roles', 'priority-classes'],
  outputs: () => ({ 'tenant-roles': roles, 'priority-classes': priorities }),
  build(scope) {
    for (const { name, value, description } of priorityClasses) {
      new PriorityClass(scope, name, {
        metadata: { name, labels },
        value,
        ...(name === priorities.standard ? { globalDefault: true } : {}),
        preemptionPolicy:
          name === priorities.batch || name === 'meridian-overprovisioning' ? 'Never' : 'PreemptLowerPriority',
        description,
      });
    }

    // Kubernetes' own admin role is left out on purpose: it may write Roles and RoleBindings, and those come from the repository.
    const levels = [
      { role: 'view', from: ['view'] },
      { role: 'edit', from: ['view', 'edit'] },
      { role: 'admin', from: ['view', 'edit', 'admin'] },
    ] as const;
    for (const { role, from } of levels) {
      new ClusterRole(scope, roles[role], {
        metadata: { name: roles[role], labels },
        aggregationRule: {
          clusterRoleSelectors: [
            {
              matchLabels: { [`rbac.authorization.k8s.io/aggregate-to-${role === 'view' ? 'view' : 'edit'}`]: 'true' },
            },
            ...from.map((level) => ({ matchLabels: { [aggregateTo(level)]: 'true' } })),
          ],
        },
      });
    }

    const parts = {
      view: [
        ...customKinds.map((kinds) => ({ ...kinds, verbs: read })),
        { apiGroups: ['metrics.k8s.io'], resources: ['pods'], verbs: ['get', 'list'] },
      ],
      edit: [
        {
          apiGroups: ['apps'],
          resources: ['deployments/scale', 'statefulsets/scale'],
          verbs: ['get', 'patch', 'update'],
        },
        { apiGroups: ['batch'], resources: ['jobs'], verbs: [...read, ...write] },
      ],
      admin: [
        { apiGroups: [''], resources: ['pods/eviction'], verbs: ['create'] },
        { apiGroups: ['rbac.authorization.k8s.io'], resources: ['roles', 'rolebindings'], verbs: read },
        { apiGroups: [''], resources: ['resourcequotas', 'limitranges'], verbs: read },
      ],
    } satisfies Readonly<Record<string, readonly PolicyRule[]>>;
    for (const level of ['view', 'edit', 'admin'] as const) {
      const name = `meridian-aggregate-to-tenant-${level}`;
      new ClusterRole(scope, name, {
        metadata: { name, labels: { ...labels, [aggregateTo(level)]: 'true' } },
        rules: parts[level],
      });
    }

    // A pipeline does not apply manifests (Argo CD does): it watches a rollout, restarts one, and runs smoke tests as Jobs.
    new ClusterRole(scope, roles.deployer, {
      metadata: { name: roles.deployer, labels },
      rules: [
        { apiGroups: ['apps'], resources: ['deployments', 'statefulsets', 'replicasets'], verbs: read },
        { apiGroups: ['apps'], resources: ['deployments', 'statefulsets'], verbs: ['patch'] },
        { apiGroups: ['batch'], resources: ['jobs'], verbs: [...read, 'create', 'delete'] },
        { apiGroups: [''], resources: ['pods', 'pods/log', 'events'], verbs: read },
      ],
    });
  },
});
