import type { DeviceClassConfiguration } from '../../schema/types/resource-v1.ts';
import { invalid, required, tooLong } from '../check.ts';
import type { Check } from '../check.ts';
import { child } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { validateDriverName } from './device-names.ts';

const longestParameters = 10 * 1024;

/** What a driver is told: an object of its own, opaque to the server. */
export function validateDeviceConfiguration(check: Check, { opaque }: DeviceClassConfiguration, at: FieldPath): void {
  const place = child(at, 'opaque');
  if (opaque === undefined) {
    required(check, place);
    return;
  }
  validateDriverName(check, opaque.driver ?? '', child(place, 'driver'));
  const { parameters } = opaque;
  const where = child(place, 'parameters');
  if (parameters === undefined || parameters === null) required(check, where);
  else if (typeof parameters !== 'object' || Array.isArray(parameters))
    invalid(check, where, undefined, 'must be an object');
  else if (isTooLong(parameters)) tooLong(check, where, longestParameters);
}

function isTooLong(parameters: object): boolean {
  const text = JSON.stringify(parameters, (_, value: unknown) => (typeof value === 'bigint' ? Number(value) : value));
  return Buffer.byteLength(text) > longestParameters;
}
