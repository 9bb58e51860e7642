import type { Service, ServiceSpec } from '../../schema/types/core-v1.ts';
import type { Check } from '../check.ts';
import { forbidden, invalid } from '../check.ts';
import { child, index } from '../field-path.ts';
import { sameValue } from '../same-value.ts';
import { clusterAddresses, isHeadless } from './service-addresses.ts';

const specAt = child(undefined, 'spec');

/** What a service keeps. A field that the new object leaves out takes the old value, as do those that the cluster filled in. */
export function validateServiceUpdate(check: Check, service: Service, old: Service): void {
  const [after, before] = [service.spec ?? {}, old.spec ?? {}];
  const types = [after.type || 'ClusterIP', before.type || 'ClusterIP'];
  if (!types.includes('ExternalName')) {
    validateAddressChange(check, after, before);
    validateFamilyChange(check, after, before);
  }
  if (types.every((type) => type === 'LoadBalancer')) validateBalancerChange(check, after, before);
}

function validateAddressChange(check: Check, after: ServiceSpec, before: ServiceSpec): void {
  const kept = clusterAddresses(before);
  const found = clusterAddresses({ ...after, ...keptAddresses(after, before) });
  const at = child(specAt, 'clusterIPs');
  const detail = 'may not change once it is set';
  if (kept.length === 0) {
    // The cluster gave it an address: it can be headless no more.
    if (isHeadless(after)) invalid(check, index(at, 0), found, detail);
    return;
  }
  const compared = kept.length === found.length ? kept : kept.slice(0, 1);
  for (const [position, address] of compared.entries()) {
    if (address !== found[position]) invalid(check, index(at, position), found, detail);
  }
  if (kept.length > found.length) validateRelease(check, after, before);
}

function validateFamilyChange(check: Check, after: ServiceSpec, before: ServiceSpec): void {
  const [found, kept] = [after.ipFamilies ?? [], before.ipFamilies ?? []];
  if (found.length === 0 || kept.length === 0) return;
  if (kept.length > found.length) validateRelease(check, after, before);
  if (isHeadless(after) || isHeadless(before)) return;
  const compared = kept.length === found.length ? kept : kept.slice(0, 1);
  if (compared.some((family, position) => family !== found[position])) {
    invalid(check, index(child(specAt, 'ipFamilies'), 0), found, 'may not change once it is set');
  }
}

function validateRelease(check: Check, after: ServiceSpec, before: ServiceSpec): void {
  const policy = after.ipFamilyPolicy ?? before.ipFamilyPolicy;
  if (policy === 'SingleStack') return;
  invalid(check, child(specAt, 'ipFamilyPolicy'), policy, "must be 'SingleStack' to give up the second family");
}

function validateBalancerChange(check: Check, after: ServiceSpec, before: ServiceSpec): void {
  if (after.loadBalancerClass !== before.loadBalancerClass) {
    invalid(check, child(specAt, 'loadBalancerClass'), after.loadBalancerClass, 'may not change once it is set');
  }
  const policies = [after.externalTrafficPolicy, before.externalTrafficPolicy];
  const [found = 0, kept = 0] = [after.healthCheckNodePort, before.healthCheckNodePort];
  if (policies.every((policy) => policy === 'Local') && found !== 0 && kept !== 0 && found !== kept) {
    forbidden(check, child(specAt, 'healthCheckNodePort'), 'may not change once it is set');
  }
}

/** Fields that the type before had and the new one has not: left as they were they go, changed they are refused. */
export function withoutLeftovers(check: Check, service: Service, old: Service): Service {
  const [after, before] = [service.spec ?? {}, old.spec ?? {}];
  const dropped = new Set<string>();
  const drop = (names: readonly (keyof ServiceSpec)[], had: boolean, has: boolean): void => {
    if (had && !has && names.every((name) => sameValue(after[name], before[name])))
      names.forEach((name) => dropped.add(name));
  };
  drop(['clusterIP', 'clusterIPs'], before.type !== 'ExternalName', after.type !== 'ExternalName');
  drop(['ipFamilies'], before.type !== 'ExternalName', after.type !== 'ExternalName');
  drop(['ipFamilyPolicy'], before.type !== 'ExternalName', after.type !== 'ExternalName');
  drop(['healthCheckNodePort'], needsHealthPort(before), needsHealthPort(after));
  drop(['allocateLoadBalancerNodePorts'], before.type === 'LoadBalancer', after.type === 'LoadBalancer');
  drop(['loadBalancerClass'], before.type === 'LoadBalancer', after.type === 'LoadBalancer');
  drop(['externalTrafficPolicy'], isReachedFromOutside(check, before), isReachedFromOutside(check, after));
  const spec = { ...after, ...keptAddresses(after, before) };
  const kept = Object.fromEntries(Object.entries(spec).filter(([name]) => !dropped.has(name))) as ServiceSpec;
  return { ...service, spec: { ...kept, ...portsWithoutLeftovers(after, before) } };
}

/** Addresses that are left out stay; the older single field, changed alone, changes the list with it. */
function keptAddresses(after: ServiceSpec, before: ServiceSpec): Pick<ServiceSpec, 'clusterIP' | 'clusterIPs'> {
  if (after.type === 'ExternalName' || before.type === 'ExternalName') return {};
  const clusterIP = after.clusterIP || before.clusterIP || '';
  const list = after.clusterIPs ?? [];
  const clusterIPs = list.length === 0 ? clusterAddresses(before) : list;
  const alone = clusterIP !== (before.clusterIP ?? '') && sameValue(clusterIPs, clusterAddresses(before));
  return { clusterIP, clusterIPs: alone ? [clusterIP] : clusterIPs };
}

function portsWithoutLeftovers(after: ServiceSpec, before: ServiceSpec): Pick<ServiceSpec, 'ports'> {
  const ports = after.ports;
  if (ports === undefined || !hasNodePorts(before) || hasNodePorts(after)) return {};
  const known = new Set((before.ports ?? []).map(({ nodePort }) => nodePort ?? 0));
  if (ports.some(({ nodePort = 0 }) => nodePort !== 0 && !known.has(nodePort))) return {};
  return { ports: ports.map((port) => Object.assign({}, port, { nodePort: 0 })) };
}

function hasNodePorts(spec: ServiceSpec): boolean {
  return spec.type === 'NodePort' || spec.type === 'LoadBalancer';
}

function needsHealthPort(spec: ServiceSpec): boolean {
  return spec.type === 'LoadBalancer' && spec.externalTrafficPolicy === 'Local';
}

/** Since Kubernetes 1.29 addresses from outside count, too. */
export function isReachedFromOutside(check: Check, spec: ServiceSpec): boolean {
  if (hasNodePorts(spec)) return true;
  if (check.minor < 29) return false;
  return (spec.type || 'ClusterIP') === 'ClusterIP' && (spec.externalIPs ?? []).length > 0;
}
