import { qualifiedName } from '../../formats/index.ts';
import type { Check } from '../check.ts';
import { invalid, tooLong } from '../check.ts';
import type { FieldPath } from '../field-path.ts';
import { checkRequiredText } from '../text-field.ts';

const mostParameters = 512;
const mostBytes = 256 * 1024;

/** The driver of a class: a label's key, capitals or not. */
export function validateDriver(check: Check, driver: string | undefined, at: FieldPath): void {
  checkRequiredText(check, at, driver, (value) => qualifiedName(value.toLowerCase()));
}

/** What a class tells its driver. */
export function validateParameters(
  check: Check,
  parameters: Readonly<Record<string, string>> | undefined,
  at: FieldPath,
): void {
  const entries = Object.entries(parameters ?? {});
  if (entries.length > mostParameters) return tooLong(check, at, mostParameters);
  if (entries.some(([name]) => name === '')) invalid(check, at, '', 'may not have an empty name');
  const bytes = entries.reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + Buffer.byteLength(value), 0);
  if (bytes > mostBytes) tooLong(check, at, mostBytes);
}
