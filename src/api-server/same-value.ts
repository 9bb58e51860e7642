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
  return keysOf(one, other).every((key) => sameValue(one[key], other[key]));
}

/** Fields that hold entries of the user's naming: one with an empty value is an entry, none at all is an empty map. */
const maps: ReadonlySet<string> = new Set([
  'capacity',
  'limits',
  'matchLabels',
  'options',
  'parameters',
  'requests',
  'volumeAttributes',
]);

/** As `sameValue`, where an object that stands there empty is not one that is missing, save where it is a map. */
export function sameObject(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, position) => sameObject(item, other[position]));
  }
  if (!isRecord(one) && !isRecord(other)) return sameValue(one, other);
  if (!isRecord(one) || !isRecord(other)) return false;
  return keysOf(one, other).every((key) =>
    maps.has(key) ? sameEntries(one[key] ?? {}, other[key] ?? {}) : sameObject(one[key], other[key]),
  );
}

function sameEntries(one: unknown, other: unknown): boolean {
  if (!isRecord(one) || !isRecord(other)) return sameValue(one, other);
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}

/** A field that keeps the value it was created with. */
export function checkUnchanged(check: Check, at: FieldPath | undefined, value: unknown, old: unknown): void {
  if (!sameValue(value, old)) invalid(check, at, value, 'may not change once it is set');
}

/** As `checkUnchanged`, by `sameObject`. */
export function checkUnchangedObject(check: Check, at: FieldPath | undefined, value: unknown, old: unknown): void {
  if (!sameObject(value, old)) invalid(check, at, value, 'may not change once it is set');
}

/** Each once: comparing a shared member twice doubles the work at every depth. */
function keysOf(one: object, other: object): readonly string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])];
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
