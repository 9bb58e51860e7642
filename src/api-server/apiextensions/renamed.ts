import type { Check, FieldError } from '../check.ts';
import { formatField } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';

/**
 * Runs checks whose fields the server calls otherwise than they stand in the object: it checks its own, older form of a
 * definition. Pointers keep to the object.
 */
export function underName(check: Check, at: FieldPath | undefined, name: string, run: (renamed: Check) => void): void {
  const errors: FieldError[] = [];
  run({ ...check, errors });
  const start = formatField(at);
  for (const error of errors) {
    const field = error.field.startsWith(start) ? `${name}${error.field.slice(start.length)}` : error.field;
    check.errors.push({ ...error, field });
  }
}
