import type { Check } from '../check.ts';
import { forbidden, notSupported, required } from '../check.ts';
import type { FieldPath } from '../field-path.ts';

const shared = ['ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOnce'];
const alone = 'ReadWriteOncePod';

/** Of a volume or a claim. `at` is the list: the server names it for each faulty item. */
export function validateAccessModes(check: Check, modes: readonly string[] | undefined, at: FieldPath): void {
  if (modes === undefined || modes.length === 0) required(check, at, 'must have at least one mode');
  const known = check.minor >= 27 ? [...shared, alone] : shared;
  for (const mode of modes ?? []) if (!known.includes(mode)) notSupported(check, at, mode, known);
  if (known.includes(alone) && modes?.includes(alone) && modes.some((mode) => shared.includes(mode))) {
    forbidden(check, at, `${alone} allows no other mode beside it`);
  }
}
