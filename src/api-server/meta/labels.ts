import { labelValue, qualifiedName } from '../../formats/index.ts';
import { invalid } from '../check.ts';
import type { Check } from '../check.ts';
import type { FieldPath } from '../field-path.ts';

export type Labels = Readonly<Record<string, string>>;

/** The server names the map, not the entry. */
export function validateLabels(check: Check, labels: Labels | undefined, at: FieldPath): void {
  for (const [name, value] of Object.entries(labels ?? {})) {
    const wrongName = qualifiedName(name);
    if (wrongName !== undefined) invalid(check, at, name, `the key ${wrongName}`);
    const wrongValue = labelValue(value);
    if (wrongValue !== undefined) invalid(check, at, value, `the value of ${name} ${wrongValue}`);
  }
}
