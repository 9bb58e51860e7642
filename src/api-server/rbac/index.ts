import type { KindValidation } from '../kind-validation.ts';
import { clusterRoleBindingValidation } from './cluster-role-binding.ts';
import { clusterRoleValidation } from './cluster-role.ts';
import { roleBindingValidation } from './role-binding.ts';
import { roleValidation } from './role.ts';

export const rbacKinds: readonly KindValidation[] = [
  roleValidation,
  clusterRoleValidation,
  roleBindingValidation,
  clusterRoleBindingValidation,
];
