import { parseIp } from '../../formats/index.ts';
import type { Service, ServiceSpec } from '../../schema/types/core-v1.ts';
import type { Check } from '../check.ts';
import { duplicate, forbidden, invalid } from '../check.ts';
import { child, index, key } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { sameValue } from '../same-value.ts';
import { checkOneOf } from '../text-field.ts';
import { checkAddress, checkEndpointAddress, checkRange } from './address-field.ts';

const families = ['IPv4', 'IPv6'];
const policies = ['PreferDualStack', 'RequireDualStack', 'SingleStack'];
const rangesAnnotation = 'service.beta.kubernetes.io/load-balancer-source-ranges';

/** The list as the server reads it: it fills it from the older single field, never the other way round. */
export function clusterAddresses(spec: ServiceSpec): readonly string[] {
  const { clusterIP = '', clusterIPs = [] } = spec;
  return clusterIPs.length === 0 && clusterIP !== '' ? [clusterIP] : clusterIPs;
}

export function isHeadless(spec: ServiceSpec): boolean {
  const addresses = clusterAddresses(spec);
  return addresses.length === 1 && addresses[0] === 'None';
}

/** Not of services of type ExternalName. What the cluster's own ranges allow is not known here. */
export function validateClusterAddresses(check: Check, spec: ServiceSpec, at: FieldPath, old?: ServiceSpec): void {
  const listAt = child(at, 'clusterIPs');
  const addresses = clusterAddresses(spec);
  const single = spec.clusterIP ?? '';
  if (single !== (addresses[0] ?? '') || (single === '' && addresses.length > 0)) {
    invalid(check, listAt, addresses, '`clusterIP` must be the first of `clusterIPs`');
  }
  validateFamilies(check, spec, at, old);
  const kept = old === undefined ? [] : clusterAddresses(old);
  if (addresses.length > 2) invalid(check, listAt, addresses, 'may have two addresses at most');
  const fine = addresses.map((address, position) => {
    if (position > 0 || address !== 'None') return checkAddress(check, index(listAt, position), address, kept);
    if (addresses.length > 1) invalid(check, listAt, addresses, "'None' must stand alone");
    return addresses.length === 1;
  });
  if (fine.includes(false) || isHeadless(spec)) return;
  const found = addresses.map((address) => parseIp(address)?.family);
  if (addresses.length > 1 && new Set(found).size !== addresses.length) {
    invalid(check, listAt, addresses, 'may have one address of each family');
  }
  for (const [position, family] of (spec.ipFamilies ?? []).slice(0, addresses.length).entries()) {
    if (families.includes(family) && family !== `IPv${found[position]}`) {
      invalid(
        check,
        index(listAt, position),
        addresses[position],
        `must be of family ${family}, as \`ipFamilies\` says`,
      );
    }
  }
}

function validateFamilies(check: Check, spec: ServiceSpec, at: FieldPath, old: ServiceSpec | undefined): void {
  const wanted = spec.ipFamilies ?? [];
  for (const [position, family] of wanted.entries()) {
    checkOneOf(check, index(child(at, 'ipFamilies'), position), family, families);
    if (wanted.indexOf(family) < position) duplicate(check, index(child(at, 'ipFamilies'), position), family);
  }
  const policyAt = child(at, 'ipFamilyPolicy');
  if (spec.ipFamilyPolicy !== undefined) checkOneOf(check, policyAt, spec.ipFamilyPolicy, policies);
  const free = isHeadless(spec) && Object.keys(spec.selector ?? {}).length === 0;
  const policy = spec.ipFamilyPolicy ?? old?.ipFamilyPolicy ?? (free ? 'RequireDualStack' : 'SingleStack');
  // Left as they were, families and addresses are cut to the first by a change to a single stack.
  const pairs = [
    [wanted, old?.ipFamilies],
    [clusterAddresses(spec), old && clusterAddresses(old)],
  ];
  if (policy === 'SingleStack' && pairs.some(([now = [], then]) => now.length === 2 && !sameValue(now, then))) {
    invalid(check, policyAt, policy, 'must be a dual-stack policy where two families or addresses are given');
  }
}

export function validateExternalAddresses(check: Check, spec: ServiceSpec, at: FieldPath, old?: ServiceSpec): void {
  for (const [position, address] of (spec.externalIPs ?? []).entries()) {
    const addressAt = index(at, position);
    if (checkAddress(check, addressAt, address, old?.externalIPs)) checkEndpointAddress(check, addressAt, address);
  }
}

/** Who may reach a load balancer. The field may have spaces around a range, and wins over the annotation. */
export function validateSourceRanges(check: Check, service: Service, old?: Service): void {
  const ranges = service.spec?.loadBalancerSourceRanges ?? [];
  const balanced = service.spec?.type === 'LoadBalancer';
  if (ranges.length > 0) {
    // The server writes this field's name so.
    const at = child(undefined, 'spec', 'LoadBalancerSourceRanges');
    if (!balanced) forbidden(check, at, 'only a service of type LoadBalancer has them');
    const kept = (old?.spec?.loadBalancerSourceRanges ?? []).map((range) => range.trim());
    for (const [position, range] of ranges.entries()) checkRange(check, index(at, position), range.trim(), kept);
    return;
  }
  const annotation = service.metadata?.annotations?.[rangesAnnotation];
  if (annotation === undefined) return;
  const at = key(child(undefined, 'metadata', 'annotations'), rangesAnnotation);
  if (!balanced) forbidden(check, at, 'only a service of type LoadBalancer has them');
  if (old?.metadata?.annotations?.[rangesAnnotation] === annotation || annotation.trim() === '') return;
  for (const range of annotation.split(',')) checkRange(check, at, range.trim());
}
