import { parseQuantity, quantityIsNegative } from '../../formats/index.ts';
import type { HPAScalingPolicy, HPAScalingRules } from '../../schema/types/autoscaling-v2.ts';
import { invalid, notSupported, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { checkOneOf } from '../text-field.ts';

/** Seconds. */
const longestWindow = 3600;
const longestPeriod = 1800;
/** Before, the server drops it. */
const toleranceSince = 35;

export function validateScalingRules(check: Check, rules: HPAScalingRules, at: FieldPath): void {
  const { stabilizationWindowSeconds: window = 0, selectPolicy = 'Max', policies, tolerance = 0 } = rules;
  if (window < 0 || window > longestWindow) {
    invalid(check, child(at, 'stabilizationWindowSeconds'), window, `must be from 0 to ${longestWindow}`);
  }
  checkOneOf(check, child(at, 'selectPolicy'), selectPolicy, ['Disabled', 'Max', 'Min']);
  const policiesAt = child(at, 'policies');
  // Left out, the server has policies of its own.
  if (policies?.length === 0) required(check, policiesAt, 'must have a policy');
  for (const [position, policy] of (policies ?? []).entries())
    validatePolicy(check, policy, index(policiesAt, position));
  const quantity = check.minor < toleranceSince ? undefined : parseQuantity(tolerance);
  if (quantity !== undefined && quantityIsNegative(quantity)) {
    invalid(check, child(at, 'tolerance'), tolerance, 'may not be negative');
  }
}

function validatePolicy(check: Check, policy: HPAScalingPolicy, at: FieldPath): void {
  const { type = '', value = 0, periodSeconds = 0 } = policy;
  if (type !== 'Pods' && type !== 'Percent') notSupported(check, child(at, 'type'), type, ['Percent', 'Pods']);
  if (value <= 0) invalid(check, child(at, 'value'), value, 'must be more than 0');
  if (periodSeconds <= 0 || periodSeconds > longestPeriod) {
    invalid(check, child(at, 'periodSeconds'), periodSeconds, `must be from 1 to ${longestPeriod}`);
  }
}
