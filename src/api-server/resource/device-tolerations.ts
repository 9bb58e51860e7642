import type { DeviceTaint, DeviceToleration } from '../../schema/types/resource-v1.ts';
import { labelValue, qualifiedName } from '../../formats/index.ts';
import { invalid, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { checkOneOf, checkText } from '../text-field.ts';

/** `None` came with the graduation of taints. */
function effects(check: Check): readonly string[] {
  return check.minor >= 35 ? ['NoExecute', 'NoSchedule', 'None'] : ['NoExecute', 'NoSchedule'];
}

export function validateDeviceToleration(check: Check, toleration: DeviceToleration, at: FieldPath): void {
  const { key = '', value = '', effect = '' } = toleration;
  const operator = toleration.operator || 'Equal';
  if (key !== '') checkText(check, child(at, 'key'), key, qualifiedName);

  checkOneOf(check, child(at, 'operator'), operator, ['Equal', 'Exists']);
  if (operator === 'Equal') checkText(check, child(at, 'value'), value, labelValue);
  if (operator === 'Exists' && value !== '') invalid(check, child(at, 'value'), value, 'must be empty for Exists');
  if (effect !== '') checkOneOf(check, child(at, 'effect'), effect, effects(check));
}

export function validateDeviceTaint(
  check: Check,
  { key = '', value = '', effect = '' }: DeviceTaint,
  at: FieldPath,
): void {
  checkText(check, child(at, 'key'), key, qualifiedName);
  checkText(check, child(at, 'value'), value, labelValue);
  if (effect === '') required(check, child(at, 'effect'));
  else checkOneOf(check, child(at, 'effect'), effect, effects(check));
}
