import { compileRe2 } from '../../formats/index.ts';
import type { FieldPath } from '../../kernel/index.ts';
import type { JsonSchema } from './json-schema.ts';
import { fail } from './outcome.ts';
import type { Outcome } from './outcome.ts';

/** Lengths are in code points. The first thing that is wrong ends it. */
export function validateText(outcome: Outcome, value: string, schema: JsonSchema, at: FieldPath | undefined): void {
  const { minLength, maxLength, pattern } = schema;
  // A code point has one or two units: mostly the units tell enough.
  if (maxLength !== undefined && value.length > maxLength && codePoints(value) > maxLength) {
    fail(outcome, 'too-long', at, `may not be longer than ${maxLength} characters`, { value });
  } else if (minLength !== undefined && value.length < 2 * minLength && codePoints(value) < minLength) {
    fail(outcome, 'invalid', at, `must have at least ${minLength} characters`, { value });
  } else if (pattern !== undefined && pattern !== '' && !matches(pattern, value)) {
    fail(outcome, 'invalid', at, `must match ${pattern}`, { value });
  }
}

/** A pattern that cannot be compiled matches nothing. */
function matches(pattern: string, value: string): boolean {
  return compileRe2(pattern).re2?.test(value) ?? false;
}

function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
