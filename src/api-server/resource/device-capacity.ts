import type {
  CapacityRequestPolicy,
  CapacityRequestPolicyRange,
  DeviceCapacity,
} from '../../schema/types/resource-v1.ts';
import { parseQuantity, wholeValue } from '../../formats/index.ts';
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
  if (isShared) validatePolicy(check, amount(capacity.value), policy, place);
  else forbidden(check, place, 'may only be set when allowMultipleAllocations is true');
}

function validatePolicy(check: Check, whole: Amount, policy: CapacityRequestPolicy, at: FieldPath): void {
  const { validValues = [], validRange } = policy;
  if (validValues.length === 0 && validRange === undefined) return;
  if (validValues.length > 0 && validRange !== undefined)
    forbidden(check, at, 'may have one of validValues and validRange');
  else if (policy.default === undefined) required(check, child(at, 'default'));
  else if (validRange === undefined)
    validateValues(check, whole, amount(policy.default), validValues, child(at, 'validValues'));
  else validateRange(check, whole, amount(policy.default), validRange, child(at, 'validRange'));
}

function validateValues(check: Check, whole: Amount, standard: Amount, values: readonly Text[], at: FieldPath): void {
  const read = values.map((value) => amount(value));
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
    identity: (value) => String(value.units),
  });
  const isListed = read.some((value) => value.nano === standard.nano);
  // In a list that is too long the server does not find it.
  if (read.length > 10 || !isListed) invalid(check, at, undefined, 'must have the default among them');
}

function validateRange(
  check: Check,
  whole: Amount,
  standard: Amount,
  { min, max, step }: CapacityRequestPolicyRange,
  at: FieldPath,
): void {
  if (min === undefined) {
    required(check, child(at, 'min'));
    return;
  }
  const low = amount(min);
  if (isAbove(low, whole)) invalid(check, child(at, 'min'), min, 'is above the capacity');
  if (isAbove(low, standard)) invalid(check, child(at, 'min'), min, 'is above the default');
  const high = max === undefined ? undefined : amount(max);
  if (high !== undefined) {
    if (isAbove(low, high)) invalid(check, child(at, 'max'), max, 'is below min');
    if (isAbove(high, whole)) invalid(check, child(at, 'max'), max, 'is above the capacity');
    if (isAbove(standard, high)) invalid(check, child(at, 'max'), max, 'is below the default');
  }
  if (step === undefined) return;
  const width = amount(step);
  if (low.nano + width.nano > whole.nano)
    invalid(check, child(at, 'step'), step, 'is above what the capacity has over min');
  for (const value of high === undefined ? [standard] : [standard, high]) {
    // A step of 0 makes the server panic: refused, whatever it says.
    if (width.units === 0n || (value.units - low.units) % width.units !== 0n) {
      invalid(check, child(at, 'step'), step, 'must lead from min to the default and to max');
    }
  }
}

function isAbove(one: Amount, other: Amount): boolean {
  return one.nano > other.nano;
}

interface Amount {
  readonly nano: bigint;
  /** In whole units, as the server counts steps. */
  readonly units: bigint;
}

/** What is no quantity was refused when the object was read. */
function amount(text: Text | undefined): Amount {
  const read = parseQuantity(text ?? 0);
  return read === undefined ? { nano: 0n, units: 0n } : { nano: read.nano, units: wholeValue(read) };
}
