import type { DeviceRequest } from '../../schema/types/resource-v1.ts';
import { dns1123Label } from '../../formats/index.ts';
import { invalid } from '../check.ts';
import type { Check } from '../check.ts';
import type { FieldPath } from '../field-path.ts';
import { checkText } from '../text-field.ts';

/** `request` and `request/subrequest` of a claim. */
export function requestNamesOf(requests: readonly DeviceRequest[]): ReadonlySet<string> {
  const names = requests.flatMap(({ name = '', firstAvailable = [] }) => [
    name,
    ...firstAvailable.map((subrequest) => `${name}/${subrequest.name ?? ''}`),
  ]);
  return new Set(names);
}

export function validateRequestReference(check: Check, name: string, known: ReadonlySet<string>, at: FieldPath): void {
  const parts = name.split('/');
  if (parts.length <= 2) for (const part of parts) checkText(check, at, part, dns1123Label);
  if (!known.has(name)) invalid(check, at, name, 'is no request of this claim, nor <request>/<subrequest>');
}
