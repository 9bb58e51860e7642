import type { Role } from '../../schema/types/rbac-v1.ts';
import { pathSegmentName } from '../../formats/index.ts';
import { defineKind } from '../kind-validation.ts';
import { validatePolicyRules } from './policy-rules.ts';

export const roleValidation = defineKind<Role>({
  group: 'rbac.authorization.k8s.io',
  kind: 'Role',
  rule: {
    id: 'valid-role',
    title: 'A Role is one that the API server accepts.',
    fix: 'Give every rule verbs, API groups and resources, and keep URLs in a ClusterRole.',
  },
  name: pathSegmentName,
  renamed: true,
  validate(check, role) {
    validatePolicyRules(check, role.rules, true);
  },
});
