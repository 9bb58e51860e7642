import { qualifiedName } from '../../formats/index.ts';
import { invalid, tooLong } from '../check.ts';
import type { Check } from '../check.ts';
import type { FieldPath } from '../field-path.ts';

/** All keys and values together, in bytes. */
const maximum = 256 * 1024;

/** The server names the map, not the entry. */
export function validateAnnotations(
  check: Check,
  annotations: Readonly<Record<string, string>> | undefined,
  at: FieldPath,
): void {
  let bytes = 0;
  for (const [name, value] of Object.entries(annotations ?? {})) {
    const wrong = qualifiedName(name.toLowerCase());
    if (wrong !== undefined) invalid(check, at, name, `the key ${wrong}`);
    bytes += Buffer.byteLength(name) + Buffer.byteLength(value);
  }
  if (bytes > maximum) tooLong(check, at, maximum);
}
