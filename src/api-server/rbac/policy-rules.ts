import type { PolicyRule } from '../../schema/types/rbac-v1.ts';
import { invalid, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';

/** A rule is about resources or about URLs, never both; URLs belong to no namespace. */
export function validatePolicyRules(check: Check, rules: readonly PolicyRule[] = [], namespaced: boolean): void {
  for (const [position, rule] of rules.entries()) {
    validatePolicyRule(check, rule, namespaced, index(child(undefined, 'rules'), position));
  }
}

function validatePolicyRule(check: Check, rule: PolicyRule, namespaced: boolean, at: FieldPath): void {
  const { verbs = [], nonResourceURLs = [], apiGroups = [], resources = [], resourceNames = [] } = rule;
  if (verbs.length === 0) required(check, child(at, 'verbs'));
  if (nonResourceURLs.length === 0) {
    if (apiGroups.length === 0) required(check, child(at, 'apiGroups'), 'must name an API group; the core group is ""');
    if (resources.length === 0) required(check, child(at, 'resources'));
    return;
  }
  const urls = child(at, 'nonResourceURLs');
  if (namespaced)
    invalid(check, urls, nonResourceURLs, 'may only stand in a ClusterRole: no URL belongs to a namespace');
  if (apiGroups.length + resources.length + resourceNames.length > 0) {
    invalid(check, urls, nonResourceURLs, 'may not stand beside resources: make two rules of it');
  }
}
