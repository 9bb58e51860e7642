import type { DeliveryInput } from '../../model/types.ts';
import { type AppProjectSpec, type GroupKind, type ProjectRole } from '../argocd/index.ts';

/**
 * What a tenant's Applications may not deliver even into its own namespaces: the platform's baseline owns these kinds there
 * (an AppProject knows kinds, not names), and an Argo CD object would be a way to another project.
 */
const keptFromTenants: readonly GroupKind[] = [
  { group: '', kind: 'LimitRange' },
  { group: '', kind: 'ResourceQuota' },
  // An issuer of the platform proves every host of its zones: whoever asks it gets a certificate for the host of another.
  { group: 'acme.cert-manager.io', kind: 'Challenge' },
  { group: 'acme.cert-manager.io', kind: 'Order' },
  { group: 'argoproj.io', kind: 'AppProject' },
  { group: 'argoproj.io', kind: 'Application' },
  { group: 'argoproj.io', kind: 'ApplicationSet' },
  { group: 'cert-manager.io', kind: 'Certificate' },
  { group: 'cert-manager.io', kind: 'CertificateRequest' },
  { group: 'cilium.io', kind: 'CiliumNetworkPolicy' },
  { group: 'crd.projectcalico.org', kind: 'NetworkPolicy' },
  // The listeners of a tenant name its own hosts only.
  { group: 'gateway.networking.k8s.io', kind: 'Gateway' },
  { group: 'gateway.networking.k8s.io', kind: 'ListenerSet' },
  { group: 'networking.k8s.io', kind: 'NetworkPolicy' },
  { group: 'projectcalico.org', kind: 'NetworkPolicy' },
  { group: 'rbac.authorization.k8s.io', kind: 'Role' },
  { group: 'rbac.authorization.k8s.io', kind: 'RoleBinding' },
];

/** The platform's project may do everything on its environment's clusters; a tenant's only what its declaration gives it. */
export function projectSpec(input: DeliveryInput): AppProjectSpec {
  const { project, unit } = input;
  const roles = rolesOf(project);
  return {
    description: project.description,
    sourceRepos: project.sourceRepositories,
    destinations: project.destinations.map(({ cluster, namespace }) => ({ name: cluster, namespace })),
    ...(unit.owner === 'platform'
      ? { clusterResourceWhitelist: [{ group: '*', kind: '*' }] }
      : { clusterResourceWhitelist: [], namespaceResourceBlacklist: keptFromTenants }),
    ...(roles.length === 0 ? {} : { roles }),
  };
}

/**
 * Git is where things change, so nobody may edit, delete or override an Application; an admin may sync, and run actions
 * such as restart.
 */
function rolesOf(project: DeliveryInput['project']): readonly ProjectRole[] {
  const role = (
    name: string,
    description: string,
    groups: readonly string[],
    rights: readonly (readonly [resource: string, action: string])[],
  ): readonly ProjectRole[] => {
    if (groups.length === 0) return [];
    const policies = rights.map(
      ([resource, action]) => `p, proj:${project.name}:${name}, ${resource}, ${action}, ${project.name}/*, allow`,
    );
    return [{ name, description, groups: groups.toSorted(), policies }];
  };
  return [
    ...role('admin', 'Reads, syncs and runs actions.', project.access.admin, [
      ['applications', 'get'],
      ['applications', 'sync'],
      ['applications', 'action/*'],
      ['logs', 'get'],
    ]),
    ...role('read-only', 'Reads.', project.access.readOnly, [
      ['applications', 'get'],
      ['logs', 'get'],
    ]),
  ];
}
