import { fullyQualifiedDomainName, ipAddress, parseIp } from '../../formats/index.ts';
import type { Check } from '../check.ts';
import { invalid, required, tooMany } from '../check.ts';
import { checkAddress, checkEndpointAddress } from '../core/address-field.ts';
import { index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { checkRequiredText } from '../text-field.ts';

export const addressTypes = ['FQDN', 'IPv4', 'IPv6'];
const most = 100;

/** Of one endpoint. `at` is the list; of an address type that is not known nothing is judged. */
export function validateAddresses(check: Check, addresses: readonly string[], type: string, at: FieldPath): void {
  if (addresses.length === 0) required(check, at, 'must have an address');
  if (addresses.length > most) tooMany(check, at, addresses.length, most);
  for (const [position, address] of addresses.entries()) {
    const addressAt = index(at, position);
    if (type === 'FQDN') checkRequiredText(check, addressAt, address, fullyQualifiedDomainName);
    else if (type === 'IPv4') {
      if (checkAddress(check, addressAt, address)) validateFamily(check, address, 4, at, addressAt);
    } else if (type === 'IPv6') {
      const wrong = (check.minor >= 33 ? ipAddress : (): undefined => undefined)(address);
      if (wrong !== undefined) invalid(check, addressAt, address, wrong);
      else validateFamily(check, address, 6, at, addressAt);
    }
  }
}

function validateFamily(check: Check, address: string, family: 4 | 6, at: FieldPath, addressAt: FieldPath): void {
  if (parseIp(address)?.family !== family) invalid(check, at, address, `must be an IPv${family} address`);
  checkEndpointAddress(check, addressAt, address);
}
