import type {
  CapacityRequestPolicy,
  CapacityRequestPolicyRange,
  DeviceCapacity,
} from '../../schema/types/resource-v1.ts';
import { compareQuantity, parseQuantity, wholeValue } from '../../formats/index.ts';
import type { Quantity } from '../../formats/index.ts';
import { forbidden, invalid, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { validateList } from './lists.ts';

type Text = string | number;

/** Requests for a part of a capacity need a device that several claims may share. */
export function validateDeviceCapacity(check: Check, capacity: DeviceCapacity, isShared: boolean, at: FieldPath): void {
  const { requestPolicy: policy } = capacity;
  if (policy === undefined) return;
  const place = child(at, 'requestPolicy');
  if (isShared) validatePolicy(check, quantity(capacity.value), policy, place);
  else forbidden(check, place, 'may only be set when allowMultipleAllocations is true');
}

function validatePolicy(check: Check, whole: Quantity, policy: CapacityRequestPolicy, at: FieldPath): void {
  const { validValues = [], validRange } = policy;
  if (validValues.length === 0 && validRange === undefined) return;
  if (validValues.length > 0 && validRange !== undefined)
    forbidden(check, at, 'may have one of validValues and validRange');
  else if (policy.default === undefined) required(check, child(at, 'default'));
  else if (validRange === undefined)
    validateValues(check, whole, quantity(policy.default), validValues, child(at, 'validValues'));
  else validateRange(check, whole, quantity(policy.default), validRange, child(at, 'validRange'));
}

function validateValues(
  check: Check,
  whole: Quantity,
  standard: Quantity,
  values: readonly Text[],
  at: FieldPath,
): void {
  const read = values.map((value) => quantity(value));
  for (const [position, value] of read.entries()) {
    const before = read[position - 1];
    if (before !== undefined && isAbove(before, value)) {
      invalid(check, index(at, position), values[position], 'must be above the value before it');
    }
  }
  validateList(check, read, at, {
    maximum: 10,
    item: (value, place) => {
      if (isAbove(value, whole)) invalid(check, place, undefined, 'is above the capacity');
    },
    identity: (value) => String(wholeValue(value)),
  });
  const isListed = read.some((value) => compareQuantity(value, standard) === 0);
  // In a list that is too long the server does not find it.
  if (read.length > 10 || !isListed) invalid(check, at, undefined, 'must have the default among them');
}

function validateRange(
  check: Check,
  whole: Quantity,
  standard: Quantity,
  { min, max, step }: CapacityRequestPolicyRange,
  at: FieldPath,
): void {
  if (min === undefined) {
    required(check, child(at, 'min'));
    return;
  }
  const low = quantity(min);
  if (isAbove(low, whole)) invalid(check, child(at, 'min'), min, 'is above the capacity');
  if (isAbove(low, standard)) invalid(check, child(at, 'min'), min, 'is above the default');
  const high = max === undefined ? undefined : quantity(max);
  if (high !== undefined) {
    if (isAbove(low, high)) invalid(check, child(at, 'max'), max, 'is below min');
    if (isAbove(high, whole)) invalid(check, child(at, 'max'), max, 'is above the capacity');
    if (isAbove(standard, high)) invalid(check, child(at, 'max'), max, 'is below the default');
  }
  if (step === undefined) return;
  const width = quantity(step);
  if (low.nano + width.nano > whole.nano)
    invalid(check, child(at, 'step'), step, 'is above what the capacity has over min');
  for (const value of high === undefined ? [standard] : [standard, high]) {
    const units = wholeValue(width);
    // A step of 0 makes the server panic: refused, whatever it says.
    if (units === 0n || (wholeValue(value) - wholeValue(low)) % units !== 0n) {
      invalid(check, child(at, 'step'), step, 'must lead from min to the default and to max');
    }
  }
}

function isAbove(one: Quantity, other: Quantity): boolean {
  return compareQuantity(one, other) > 0;
}

/** What is no quantity was refused before. */
function quantity(text: Text | undefined): Quantity {
  return parseQuantity(text ?? 0) ?? { nano: 0n, small: true };
}
