import { RoleBinding, ServiceAccount } from 'keelson';
import type { Scope, Subject, TenantInput } from 'keelson';
import { capability } from '../capabilities.ts';
import { tenantLabels } from '../names.ts';

const apiGroup = 'rbac.authorization.k8s.io';

/** The tenant's people and its pipeline, bound in this namespace only. A role nobody holds gets no binding. */
export function bindAccess(scope: Scope, input: TenantInput, namespace: string): void {
  const { tenant } = input;
  const roles = capability(input, 'tenant-roles');
  const labels = tenantLabels(tenant);

  const bind = (name: string, role: string, subjects: readonly Subject[]): void => {
    if (subjects.length === 0) return;
    new RoleBinding(scope, `${namespace}/${name}`, {
      metadata: { name, namespace, labels },
      roleRef: { apiGroup, kind: 'ClusterRole', name: role },
      subjects,
    });
  };
  bind('tenant-admin', roles.admin, people(tenant.access.admin));
  bind('tenant-edit', roles.edit, people(tenant.access.edit));
  bind('tenant-view', roles.view, people(tenant.access.readOnly));

  new ServiceAccount(scope, `${namespace}/deployer`, {
    metadata: { name: 'deployer', namespace, labels },
    automountServiceAccountToken: false,
  });
  bind('tenant-deployer', roles.deployer, [{ kind: 'ServiceAccount', name: 'deployer', namespace }]);

  // Kubernetes makes this one; here it only loses its token, so that a pod without an account of its own has none.
  new ServiceAccount(scope, `${namespace}/default`, {
    metadata: { name: 'default', namespace, labels },
    automountServiceAccountToken: false,
  });
}

function people(access: TenantInput['tenant']['access']['admin']): readonly Subject[] {
  return [
    ...(access.groups ?? []).map((name): Subject => ({ kind: 'Group', name, apiGroup })),
    ...(access.users ?? []).map((name): Subject => ({ kind: 'User', name, apiGroup })),
  ];
}
