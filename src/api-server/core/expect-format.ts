import { invalid } from '../check.ts';
import type { Check } from '../check.ts';
import type { FieldPath } from '../field-path.ts';

/** Reports what a format says about a value; `undefined` when it fits. */
export function expectFormat(check: Check, at: FieldPath, value: unknown, problem: string | undefined): void {
  if (problem !== undefined) invalid(check, at, value, problem);
}
