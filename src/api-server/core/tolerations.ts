import type { Toleration } from '../../schema/types/core-v1.ts';
import { labelValue, qualifiedName } from '../../formats/index.ts';
import { invalid, notSupported } from '../check.ts';
import type { Check } from '../check.ts';
import { child, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { expectFormat } from './expect-format.ts';

const effects = ['NoExecute', 'NoSchedule', 'PreferNoSchedule'];

/** Also of a RuntimeClass. */
export function validateTolerations(check: Check, tolerations: readonly Toleration[], at: FieldPath): void {
  for (const [position, one] of tolerations.entries()) validateToleration(check, one, index(at, position));
}

function validateToleration(check: Check, one: Toleration, at: FieldPath): void {
  const key = one.key ?? '';
  const operator = one.operator ?? '';
  const value = one.value ?? '';
  const effect = one.effect ?? '';
  const operatorAt = child(at, 'operator');
  if (key !== '') expectFormat(check, child(at, 'key'), key, qualifiedName(key));
  else if (operator !== 'Exists') invalid(check, operatorAt, operator, 'must be Exists where no key is given');
  if (one.tolerationSeconds !== undefined && effect !== 'NoExecute') {
    invalid(check, child(at, 'effect'), effect, 'must be NoExecute beside tolerationSeconds');
  }
  if (operator === '' || operator === 'Equal') expectFormat(check, operatorAt, value, labelValue(value));
  else if (operator !== 'Exists') notSupported(check, operatorAt, operator, ['Equal', 'Exists']);
  else if (value !== '') invalid(check, operatorAt, value, 'Exists takes no value');
  if (effect !== '' && !effects.includes(effect)) notSupported(check, child(at, 'effect'), effect, effects);
}
