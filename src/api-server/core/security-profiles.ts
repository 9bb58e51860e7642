import type { AppArmorProfile, SeccompProfile } from '../../schema/types/core-v1.ts';
import { invalid, notSupported, required, tooLong } from '../check.ts';
import type { Check } from '../check.ts';
import { child } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { validateDescendingPath } from './file-path.ts';

const types = ['Localhost', 'RuntimeDefault', 'Unconfined'];

const longestName = 4095;

/** Of a container or of a whole pod. */
export function validateSeccompProfile(check: Check, profile: SeccompProfile, at: FieldPath): void {
  const { type = '', localhostProfile } = profile;
  validateType(check, type, child(at, 'type'));
  const place = child(at, 'localhostProfile');
  if (type !== 'Localhost') refuseName(check, localhostProfile, place);
  else if (localhostProfile === undefined) required(check, place, 'must name the profile, as the type is Localhost');
  else validateDescendingPath(check, localhostProfile, place);
}

/** Of a container or of a whole pod. */
export function validateAppArmorProfile(check: Check, profile: AppArmorProfile, at: FieldPath): void {
  const { type = '', localhostProfile } = profile;
  validateType(check, type, child(at, 'type'));
  const place = child(at, 'localhostProfile');
  if (type !== 'Localhost') {
    if (types.includes(type)) refuseName(check, localhostProfile, place);
    return;
  }
  if (localhostProfile === undefined || localhostProfile === '') {
    required(check, place, 'must name the profile, as the type is Localhost');
  } else {
    if (localhostProfile.trim() !== localhostProfile) {
      invalid(check, place, localhostProfile, 'may not begin or end with white space');
    }
    if (Buffer.byteLength(localhostProfile) > longestName) tooLong(check, place, longestName);
  }
}

function validateType(check: Check, type: string, at: FieldPath): void {
  if (type === '') required(check, at);
  else if (!types.includes(type)) notSupported(check, at, type, types);
}

function refuseName(check: Check, name: string | undefined, at: FieldPath): void {
  if (name !== undefined) invalid(check, at, name, 'is for the type Localhost only');
}
