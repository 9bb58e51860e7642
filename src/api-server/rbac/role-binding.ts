import type { RoleBinding } from '../../schema/types/rbac-v1.ts';
import { pathSegmentName } from '../../formats/index.ts';
import { defineKind } from '../kind-validation.ts';
import { validateRoleRef, validateRoleRefUpdate, validateSubjects } from './role-binding-parts.ts';

export const roleBindingValidation = defineKind<RoleBinding>({
  group: 'rbac.authorization.k8s.io',
  kind: 'RoleBinding',
  rule: {
    id: 'valid-role-binding',
    title: 'A RoleBinding is one that the API server accepts.',
    fix: 'Name a role of a kind that it may grant, and give each subject a kind, a name and, when a ServiceAccount, a namespace.',
  },
  name: pathSegmentName,
  renamed: true,
  validate(check, binding) {
    validateRoleRef(check, binding.roleRef, ['Role', 'ClusterRole']);
    validateSubjects(check, binding.subjects, true);
  },
  validateUpdate(check, binding, old) {
    validateRoleRefUpdate(check, binding.roleRef, old.roleRef);
  },
});
