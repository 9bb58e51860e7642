import type { RoleBinding } from '../../../schema/types/rbac-v1.ts';
import { defineRule } from '../../rule.ts';
import { referencesIn, want } from './ends.ts';

const group = 'rbac.authorization.k8s.io';

export const bindingRole = defineRule({
  id: 'binding-role',
  set: 'reference',
  title: 'The role that a binding gives is there.',
  fix: 'Name a Role of the namespace or a ClusterRole: a binding to a role that is not there gives nothing, until somebody makes one of that name.',
  severity: 'error',
  kinds: [`${group}/RoleBinding`, `${group}/ClusterRoleBinding`],
  checkSet(world, report) {
    for (const from of [...world.ofKind(`${group}/RoleBinding`), ...world.ofKind(`${group}/ClusterRoleBinding`)]) {
      const { kind = '', name } = (from.object as RoleBinding).roleRef ?? {};
      if (name === undefined) continue;
      want(referencesIn(world), report, {
        from,
        part: 'roleRef',
        pointer: '/roleRef/name',
        kind: `${group}/${kind}`,
        namespace: kind === 'Role' ? from.ref.namespace : undefined,
        name,
        alone: 'hint',
      });
    }
  },
});
