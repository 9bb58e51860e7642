import type { Check } from './check.ts';
import { invalid } from './check.ts';
import type { FieldPath } from './field-path.ts';

/**
 * Equal as the server compares objects, save that what is unset equals what is empty, 0 or false: which fields are
 * pointers there is not known here, and a change that is none must not be refused.
 */
export function sameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (isEmpty(one) || isEmpty(other)) return isEmpty(one) && isEmpty(other);
  if (isInteger(one) && isInteger(other)) return BigInt(one) === BigInt(other);
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, position) => sameValue(item, other[position]));
  }
  if (!isRecord(one) || !isRecord(other)) return false;
  return [...Object.keys(one), ...Object.keys(other)].every((key) => sameValue(one[key], other[key]));
}

/** A field that keeps the value it was created with. */
export function checkUnchanged(check: Check, at: FieldPath | undefined, value: unknown, old: unknown): void {
  if (!sameValue(value, old)) invalid(check, at, value, 'may not change once it is set');
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || value === 0 || value === false || value === 0n)
    return true;
  if (Array.isArray(value)) return value.length === 0;
  return isRecord(value) && Object.values(value).every((one) => isEmpty(one));
}

function isInteger(value: unknown): value is number | bigint {
  return typeof value === 'bigint' || Number.isSafeInteger(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
