import type { World } from '../../../analysis/index.ts';
import type { RoleBinding } from '../../../schema/types/rbac-v1.ts';

const bindings = ['rbac.authorization.k8s.io/RoleBinding', 'rbac.authorization.k8s.io/ClusterRoleBinding'];

/** The service accounts that a role is bound to by name. */
export interface BoundAccounts {
  /** Without a namespace, an account of any. */
  has(namespace: string | undefined, name: string): boolean;
}

export function boundAccounts(world: World): BoundAccounts {
  const namespaces = new Map<string, Set<string>>();
  for (const { object, ref } of bindings.flatMap((kind) => world.ofKind(kind))) {
    const binding: RoleBinding = object;
    for (const { kind, name = '', namespace = ref.namespace } of binding.subjects ?? []) {
      if (kind !== 'ServiceAccount') continue;
      const known = namespaces.get(name) ?? new Set();
      namespaces.set(name, known.add(namespace ?? ''));
    }
  }
  return {
    has(namespace, name) {
      const known = namespaces.get(name);
      return known !== undefined && (namespace === undefined || known.has(namespace) || known.has(''));
    },
  };
}
