import { cidrLegacy, ipAddressLegacy, parseIp } from '../../formats/index.ts';
import type { Check } from '../check.ts';
import { invalid } from '../check.ts';
import type { FieldPath } from '../field-path.ts';

/** Kubernetes 1.36 refuses in old fields, too, what programs read in two ways: leading zeros, IPv4 in IPv6's form. */
function isStrict(check: Check): boolean {
  return check.minor >= 36;
}

/** An address in a field older than strict checks. `kept`: what stood here before, which stays allowed. True when fine. */
export function checkAddress(check: Check, at: FieldPath, value: string, kept: readonly string[] = []): boolean {
  const wrong = kept.includes(value) ? undefined : ipAddressLegacy(value, isStrict(check));
  if (wrong !== undefined) invalid(check, at, value, wrong);
  return wrong === undefined;
}

/** An address range in a field older than strict checks. */
export function checkRange(check: Check, at: FieldPath, value: string, kept: readonly string[] = []): void {
  const wrong = kept.includes(value) ? undefined : cidrLegacy(value, isStrict(check));
  if (wrong !== undefined) invalid(check, at, value, wrong);
}

/** An address that traffic can be sent to. */
export function checkEndpointAddress(check: Check, at: FieldPath, value: string): void {
  const address = parseIp(value);
  if (address === undefined) return invalid(check, at, value, 'must be an IP address');
  const bytes = address.family === 4 ? address.bytes.slice(-4) : address.bytes;
  const [first = 0, second = 0, third = 0] = bytes;
  const last = bytes.at(-1);
  const v4 = address.family === 4;
  const zeros = bytes.slice(0, -1).every((byte) => byte === 0);
  if (zeros && last === 0) invalid(check, at, value, 'may not be the unspecified address');
  if (v4 ? first === 127 : zeros && last === 1) invalid(check, at, value, 'may not be a loopback address');
  const linkLocal = v4 ? first === 169 && second === 254 : first === 0xfe && (second & 0xc0) === 0x80;
  if (linkLocal) invalid(check, at, value, 'may not be a link-local address');
  const multicast = v4 ? first === 224 && second === 0 && third === 0 : first === 0xff && (second & 0x0f) === 2;
  if (multicast) invalid(check, at, value, 'may not be a link-local multicast address');
}
