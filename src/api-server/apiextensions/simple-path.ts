import { invalid } from '../check.ts';
import type { Check } from '../check.ts';
import type { FieldPath } from '../field-path.ts';

/** True when the path was fine. */
export function checkSimplePath(check: Check, path: string, at: FieldPath): boolean {
  if (path.startsWith('.')) return true;
  invalid(check, at, path, "must start with '.'");
  return false;
}
