import { dns1123Label, dns1123Subdomain, labelValue, qualifiedName } from '../../formats/index.ts';
import type { EndpointHints, EndpointPort, EndpointSlice } from '../../schema/types/discovery-v1.ts';
import type { Check } from '../check.ts';
import { duplicate, tooMany } from '../check.ts';
import { protocols } from '../core/service-ports.ts';
import { child, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { checkUnchanged, sameObject } from '../same-value.ts';
import { checkOneOf, checkRequiredText, checkText, isUnset } from '../text-field.ts';
import { addressTypes, validateAddresses } from './addresses.ts';

const most = { endpoints: 1000, ports: 20_000, hints: 8 };

export const endpointSliceValidation = defineKind<EndpointSlice>({
  group: 'discovery.k8s.io',
  kind: 'EndpointSlice',
  versions: ['v1'],
  rule: {
    id: 'valid-endpoint-slice',
    title: 'An EndpointSlice holds addresses of its one type, that traffic can be sent to, and ports with names.',
    fix: 'Set `addressType`, give each endpoint an address of that type, and each port a name of its own.',
  },
  name: dns1123Subdomain,
  renamed: true,
  validate(check, slice) {
    const typeAt = child(undefined, 'addressType');
    checkRequiredText(check, typeAt, slice.addressType);
    if (!isUnset(slice.addressType)) checkOneOf(check, typeAt, slice.addressType, addressTypes);
    validatePorts(check, slice.ports ?? [], child(undefined, 'ports'));
    const old = check.old as EndpointSlice | undefined;
    if (old === undefined || !sameObject(old.endpoints, slice.endpoints)) validateEndpoints(check, slice);
  },
  validateUpdate(check, slice, old) {
    checkUnchanged(check, child(undefined, 'addressType'), slice.addressType, old.addressType);
  },
});

function validatePorts(check: Check, ports: readonly EndpointPort[], at: FieldPath): void {
  if (ports.length > most.ports) return tooMany(check, at, ports.length, most.ports);
  const names = new Set<string>();
  for (const [position, port] of ports.entries()) {
    const portAt = index(at, position);
    const name = port.name ?? '';
    if (name !== '') checkText(check, child(portAt, 'name'), name, dns1123Label);
    if (names.has(name)) duplicate(check, child(portAt, 'name'), name);
    names.add(name);
    checkOneOf(check, child(portAt, 'protocol'), port.protocol ?? 'TCP', protocols);
    if (port.appProtocol !== undefined) checkText(check, child(portAt, 'appProtocol'), port.appProtocol, qualifiedName);
  }
}

function validateEndpoints(check: Check, slice: EndpointSlice): void {
  const at = child(undefined, 'endpoints');
  const endpoints = slice.endpoints ?? [];
  if (endpoints.length > most.endpoints) return tooMany(check, at, endpoints.length, most.endpoints);
  for (const [position, endpoint] of endpoints.entries()) {
    const endpointAt = index(at, position);
    validateAddresses(check, endpoint.addresses ?? [], slice.addressType ?? '', child(endpointAt, 'addresses'));
    const { hints, hostname, nodeName } = endpoint;
    if (nodeName !== undefined) checkText(check, child(endpointAt, 'nodeName'), nodeName, dns1123Subdomain);
    if (hostname !== undefined) checkText(check, child(endpointAt, 'hostname'), hostname, dns1123Label);
    if (hints !== undefined) validateHints(check, hints, child(endpointAt, 'hints'));
  }
}

function validateHints(check: Check, hints: EndpointHints, at: FieldPath): void {
  const zones = (hints.forZones ?? []).map(({ name = '' }) => name);
  if (!validateNames(check, zones, child(at, 'forZones'), labelValue)) return;
  // Hints for nodes came with Kubernetes 1.33, behind a gate that 1.34 opened.
  const nodes = check.minor >= 34 ? (hints.forNodes ?? []).map(({ name = '' }) => name) : [];
  validateNames(check, nodes, child(at, 'forNodes'), dns1123Subdomain);
}

/** False when there are so many that the server stops here. */
function validateNames(
  check: Check,
  names: readonly string[],
  at: FieldPath,
  format: (name: string) => string | undefined,
): boolean {
  if (names.length > most.hints) tooMany(check, at, names.length, most.hints);
  if (names.length > most.hints) return false;
  for (const [position, name] of names.entries()) {
    const nameAt = child(index(at, position), 'name');
    if (names.indexOf(name) < position) duplicate(check, nameAt, name);
    checkText(check, nameAt, name, format);
  }
  return true;
}
