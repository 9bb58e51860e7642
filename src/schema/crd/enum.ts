import type { FieldPath } from '../../kernel/index.ts';
import { canonicalText } from './canonical.ts';
import type { JsonSchema } from './json-schema.ts';
import { fail } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { typeOf } from './types.ts';

export function validateEnum(outcome: Outcome, value: unknown, schema: JsonSchema, at: FieldPath | undefined): void {
  const allowed = schema.enum;
  if (allowed === undefined || allowed.length === 0 || allowed.some((one) => isSame(value, one))) return;
  const words = allowed.map((one) => (typeof one === 'string' ? one : canonicalText(one)));
  fail(outcome, 'not-supported', at, `must be one of ${allowed.map((one) => canonicalText(one)).join(', ')}`, {
    value,
    allowed: words,
  });
}

/** Null matches nothing. A fraction is cut off before it is compared with a whole number, as the server's conversion does. */
function isSame(value: unknown, one: unknown): boolean {
  if (one === null || value === null) return false;
  if (typeof one === 'number' && (typeof value === 'number' || typeof value === 'bigint')) {
    const number = Number(value);
    return number === one || (typeOf(one) === 'integer' && Math.trunc(number) === one);
  }
  if (typeof one !== 'object' || typeof value !== 'object') return one === value;
  return canonicalText(one) === canonicalText(value);
}
