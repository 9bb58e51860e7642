import type { Check } from './check.ts';
import { invalid, notSupported, required } from './check.ts';
import type { FieldPath } from './field-path.ts';

/** A text that must have a format. An empty one is judged, too: a caller that wants it set asks `checkRequiredText`. */
export function checkText(
  check: Check,
  at: FieldPath | undefined,
  value: string,
  format: (value: string) => string | undefined,
): void {
  const wrong = format(value);
  if (wrong !== undefined) invalid(check, at, value, wrong);
}

/** A text that must be set and have a format. */
export function checkRequiredText(
  check: Check,
  at: FieldPath | undefined,
  value: string | undefined,
  format: (value: string) => string | undefined = () => undefined,
): void {
  if (isUnset(value)) required(check, at);
  else checkText(check, at, value, format);
}

export function checkOneOf(check: Check, at: FieldPath | undefined, value: string, allowed: readonly string[]): void {
  if (!allowed.includes(value)) notSupported(check, at, value, allowed);
}

/** A missing text and an empty one are the same to the server where the field is no pointer. */
export function isUnset(value: string | undefined): value is undefined | '' {
  return value === undefined || value === '';
}
