import type { MatchResources } from '../../schema/types/admissionregistration-v1.ts';
import type { Check } from '../check.ts';
import { child, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { validateLabelSelector } from '../meta/label-selector.ts';
import { checkOneOf } from '../text-field.ts';
import { validateNamedRule } from './rules.ts';

export const matchPolicies = ['Equivalent', 'Exact'];

/** Which objects a policy or its binding is about. */
export function validateMatchResources(check: Check, match: MatchResources, at: FieldPath): void {
  if (match.matchPolicy !== undefined) checkOneOf(check, child(at, 'matchPolicy'), match.matchPolicy, matchPolicies);
  validateLabelSelector(check, match.namespaceSelector, child(at, 'namespaceSelector'));
  validateLabelSelector(check, match.objectSelector, child(at, 'objectSelector'));
  for (const field of ['resourceRules', 'excludeResourceRules'] as const) {
    for (const [position, rule] of (match[field] ?? []).entries()) {
      validateNamedRule(check, rule, index(child(at, field), position));
    }
  }
}
