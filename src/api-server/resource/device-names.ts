import { cIdentifier, dns1123Subdomain } from '../../formats/index.ts';
import { invalid, required, tooLong } from '../check.ts';
import type { Check } from '../check.ts';
import type { FieldPath } from '../field-path.ts';
import { checkText } from '../text-field.ts';

const longestDriver = 63;
const longestIdentifier = 32;

/** Of a domain's attribute or capacity. */
export const longestQualifiedName = longestDriver + 1 + longestIdentifier;

export function validateDriverName(check: Check, name: string, at: FieldPath): void {
  if (name === '') {
    required(check, at);
    return;
  }
  if (name.length > longestDriver) tooLong(check, at, longestDriver);
  checkText(check, at, name, (text) => dns1123Subdomain(text.toLowerCase()));
}

/** DNS names with '/' between. */
export function validatePoolName(check: Check, name: string, at: FieldPath): void {
  if (name === '') required(check, at);
  else {
    if (name.length > 253) tooLong(check, at, 253);
    for (const part of name.split('/')) checkText(check, at, part, dns1123Subdomain);
  }
}

/** An identifier, with or without a driver's domain before it. */
export function validateDeviceName(check: Check, name: string, at: FieldPath): void {
  const [first = '', second, ...more] = name.split('/');
  if (more.length > 0) return;
  if (second === undefined) validateIdentifier(check, first, at);
  else {
    if (first === '') invalid(check, at, name, "must have a domain before '/'");
    else validateDriverName(check, first, at);
    if (second === '') invalid(check, at, name, "must have a name after '/'");
    else validateIdentifier(check, second, at);
  }
}

export function validateFullDeviceName(check: Check, name: string, at: FieldPath): void {
  validateDeviceName(check, name, at);
  if (!name.includes('/')) invalid(check, at, name, "must be a domain, '/' and a name");
}

function validateIdentifier(check: Check, name: string, at: FieldPath): void {
  if (name.length > longestIdentifier) tooLong(check, at, longestIdentifier);
  checkText(check, at, name, cIdentifier);
}
