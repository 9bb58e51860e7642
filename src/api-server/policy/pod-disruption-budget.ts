import type { PodDisruptionBudget } from '../../schema/types/policy-v1.ts';
import { invalid } from '../check.ts';
import { child } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { validateLabelSelector } from '../meta/label-selector.ts';
import { checkAtMost100Percent, checkCountOrPercent } from '../number-field.ts';
import { checkOneOf } from '../text-field.ts';

/** Before, the server drops it. */
const evictionPolicySince = 27;

export const podDisruptionBudgetValidation = defineKind<PodDisruptionBudget>({
  group: 'policy',
  kind: 'PodDisruptionBudget',
  rule: {
    id: 'valid-pod-disruption-budget',
    title: 'A PodDisruptionBudget is one that the API server accepts.',
    fix: 'Set either minAvailable or maxUnavailable, to a count or a share of at most 100%.',
  },
  // The server asks for no more than every kind's name has.
  name: () => undefined,
  plainFinalizers: true,
  validate(check, { spec = {} }) {
    const at = child(undefined, 'spec');
    const { minAvailable, maxUnavailable, unhealthyPodEvictionPolicy } = spec;
    if (minAvailable !== undefined && maxUnavailable !== undefined) {
      invalid(check, at, spec, 'may have either minAvailable or maxUnavailable');
    }
    for (const [name, value] of Object.entries({ minAvailable, maxUnavailable })) {
      if (value === undefined) continue;
      checkCountOrPercent(check, child(at, name), value);
      checkAtMost100Percent(check, child(at, name), value);
    }
    validateLabelSelector(check, spec.selector, child(at, 'selector'));
    if (unhealthyPodEvictionPolicy !== undefined && check.minor >= evictionPolicySince) {
      const policyAt = child(at, 'unhealthyPodEvictionPolicy');
      checkOneOf(check, policyAt, unhealthyPodEvictionPolicy, ['AlwaysAllow', 'IfHealthyBudget']);
    }
  },
});
