import type { DeviceRequest } from '../../schema/types/resource-v1.ts';
import { dns1123Label } from '../../formats/index.ts';
import { invalid } from '../check.ts';
import type { Check } from '../check.ts';
import type { FieldPath } from '../field-path.ts';
import { checkText } from '../text-field.ts';

/** The requests of a claim, each with its subrequests. Of two with the same name the server knows the later one. */
export type RequestNames = ReadonlyMap<string, readonly string[]>;

export function requestNamesOf(requests: readonly DeviceRequest[]): RequestNames {
  return new Map(
    requests.map(({ name = '', firstAvailable = [] }) => [name, firstAvailable.map((one) => one.name ?? '')]),
  );
}

export function validateRequestReference(check: Check, name: string, known: RequestNames, at: FieldPath): void {
  const parts = name.split('/');
  const [request = '', subrequest] = parts;
  if (parts.length <= 2) for (const part of parts) checkText(check, at, part, dns1123Label);
  const subrequests = known.get(request);
  const isKnown = subrequests !== undefined && (subrequest === undefined || subrequests.includes(subrequest));
  if (!isKnown || parts.length > 2) invalid(check, at, name, 'is no request of this claim, nor <request>/<subrequest>');
}
