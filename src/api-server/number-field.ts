import { percent } from '../formats/index.ts';
import { invalid } from './check.ts';
import type { Check } from './check.ts';
import type { FieldPath } from './field-path.ts';

/** What is not set is fine. */
export function checkNotNegative(check: Check, at: FieldPath, value: number | bigint | undefined): void {
  if (value !== undefined && value < 0) invalid(check, at, value, 'may not be negative');
}

/** A count, or a share like `25%`. */
export function checkCountOrPercent(check: Check, at: FieldPath, value: number | string): void {
  if (typeof value === 'number') return checkNotNegative(check, at, value);
  const wrong = percent(value);
  if (wrong !== undefined) invalid(check, at, value, wrong);
}

export function checkAtMost100Percent(check: Check, at: FieldPath, value: number | string): void {
  if (typeof value === 'string' && percent(value) === undefined && Number.parseInt(value, 10) > 100) {
    invalid(check, at, value, 'may not be more than 100%');
  }
}

/** The count, or the number before `%`; 0 for what is neither. */
export function countOrPercent(value: number | string): number {
  if (typeof value === 'number') return value;
  return percent(value) === undefined || /^[-+]?\d+$/.test(value) ? Number.parseInt(value, 10) : 0;
}
