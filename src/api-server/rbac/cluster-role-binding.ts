import type { ClusterRoleBinding } from '../../schema/types/rbac-v1.ts';
import { pathSegmentName } from '../../formats/index.ts';
import { defineKind } from '../kind-validation.ts';
import { validateRoleRef, validateRoleRefUpdate, validateSubjects } from './role-binding-parts.ts';

export const clusterRoleBindingValidation = defineKind<ClusterRoleBinding>({
  group: 'rbac.authorization.k8s.io',
  kind: 'ClusterRoleBinding',
  rule: {
    id: 'valid-cluster-role-binding',
    title: 'A ClusterRoleBinding is one that the API server accepts.',
    fix: 'Name a role of a kind that it may grant, and give each subject a kind, a name and, when a ServiceAccount, a namespace.',
  },
  name: pathSegmentName,
  renamed: true,
  validate(check, binding) {
    validateRoleRef(check, binding.roleRef, ['ClusterRole']);
    validateSubjects(check, binding.subjects, false);
  },
  validateUpdate(check, binding, old) {
    validateRoleRefUpdate(check, binding.roleRef, old.roleRef);
  },
});
