import type { DeviceSelector } from '../../schema/types/resource-v1.ts';
import { required, tooLong } from '../check.ts';
import type { Check } from '../check.ts';
import { child } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { validateList } from './lists.ts';

const longestExpression = 10 * 1024;

export function validateDeviceSelectors(check: Check, selectors: readonly DeviceSelector[] = [], at: FieldPath): void {
  validateList(check, selectors, at, {
    maximum: 32,
    item: (selector, place) => validateSelector(check, selector, place),
  });
}

function validateSelector(check: Check, { cel }: DeviceSelector, at: FieldPath): void {
  if (cel === undefined) {
    required(check, child(at, 'cel'));
    return;
  }
  const { expression = '' } = cel;
  const place = child(at, 'cel', 'expression');
  if (Buffer.byteLength(expression) > longestExpression) tooLong(check, place, longestExpression);
}
