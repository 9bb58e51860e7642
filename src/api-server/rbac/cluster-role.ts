import type { LabelSelector } from '../../schema/types/meta-v1.ts';
import type { ClusterRole } from '../../schema/types/rbac-v1.ts';
import { pathSegmentName } from '../../formats/index.ts';
import { invalid, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child, index } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { validateLabelSelector } from '../meta/label-selector.ts';
import { validatePolicyRules } from './policy-rules.ts';

export const clusterRoleValidation = defineKind<ClusterRole>({
  group: 'rbac.authorization.k8s.io',
  kind: 'ClusterRole',
  rule: {
    id: 'valid-cluster-role',
    title: 'A ClusterRole is one that the API server accepts.',
    fix: 'Give every rule verbs, and either API groups with resources or URLs; give an aggregation rule selectors.',
  },
  name: pathSegmentName,
  renamed: true,
  validate(check, role) {
    validatePolicyRules(check, role.rules, false);
    if (role.aggregationRule !== undefined) validateSelectors(check, role.aggregationRule.clusterRoleSelectors ?? []);
  },
});

function validateSelectors(check: Check, selectors: readonly LabelSelector[]): void {
  const at = child(undefined, 'aggregationRule', 'clusterRoleSelectors');
  if (selectors.length === 0) required(check, at);
  for (const [position, selector] of selectors.entries()) {
    const before = check.errors.length;
    validateLabelSelector(check, selector, index(at, position));
    // The server parses the selector a second time, and then blames it as a whole.
    if (check.errors.length > before) invalid(check, index(at, position), undefined, 'is no label selector');
  }
}
