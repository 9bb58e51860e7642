import { dns1123Label, dns1123Subdomain, qualifiedName } from '../../formats/index.ts';
import type { EndpointAddress, EndpointPort, Endpoints, EndpointSubset } from '../../schema/types/core-v1.ts';
import type { Check } from '../check.ts';
import { required } from '../check.ts';
import { child, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { sameObject } from '../same-value.ts';
import { checkOneOf, checkText, isUnset } from '../text-field.ts';
import { checkAddress, checkEndpointAddress } from './address-field.ts';
import { checkNumber, protocols } from './service-ports.ts';

export const endpointsValidation = defineKind<Endpoints>({
  group: '',
  kind: 'Endpoints',
  rule: {
    id: 'valid-endpoints',
    title: 'Endpoints hold addresses that traffic can be sent to, and ports with names.',
    fix: 'Give each subset an address other than a loopback or link-local one, and each port a number and a name.',
  },
  name: dns1123Subdomain,
  renamed: true,
  validate(check, endpoints) {
    const old = check.old as Endpoints | undefined;
    if (old !== undefined && sameObject(old.subsets, endpoints.subsets)) return;
    for (const [position, subset] of (endpoints.subsets ?? []).entries()) {
      validateSubset(check, subset, index(child(undefined, 'subsets'), position));
    }
  },
});

function validateSubset(check: Check, subset: EndpointSubset, at: FieldPath): void {
  const { addresses = [], notReadyAddresses = [], ports = [] } = subset;
  if (addresses.length + notReadyAddresses.length === 0) required(check, at, 'must have an address');
  for (const [position, address] of addresses.entries()) {
    validateAddress(check, address, index(child(at, 'addresses'), position));
  }
  for (const [position, address] of notReadyAddresses.entries()) {
    validateAddress(check, address, index(child(at, 'notReadyAddresses'), position));
  }
  for (const [position, port] of ports.entries()) {
    validatePort(check, port, ports.length > 1, index(child(at, 'ports'), position));
  }
}

function validateAddress(check: Check, address: EndpointAddress, at: FieldPath): void {
  const ipAt = child(at, 'ip');
  if (checkAddress(check, ipAt, address.ip ?? '')) checkEndpointAddress(check, ipAt, address.ip ?? '');
  if (!isUnset(address.hostname)) checkText(check, child(at, 'hostname'), address.hostname, dns1123Label);
  if (address.nodeName !== undefined) checkText(check, child(at, 'nodeName'), address.nodeName, dns1123Subdomain);
}

function validatePort(check: Check, port: EndpointPort, named: boolean, at: FieldPath): void {
  if (!isUnset(port.name)) checkText(check, child(at, 'name'), port.name, dns1123Label);
  else if (named) required(check, child(at, 'name'), 'must be set where there are several ports');
  checkNumber(check, child(at, 'port'), port.port ?? 0);
  checkOneOf(check, child(at, 'protocol'), port.protocol || 'TCP', protocols);
  if (port.appProtocol !== undefined) checkText(check, child(at, 'appProtocol'), port.appProtocol, qualifiedName);
}
