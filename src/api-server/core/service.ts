import { dns1035Label, dns1123Label, dns1123Subdomain, prefixOf, qualifiedName } from '../../formats/index.ts';
import type { Service, ServiceSpec } from '../../schema/types/core-v1.ts';
import type { Check } from '../check.ts';
import { forbidden, invalid, required } from '../check.ts';
import { child, index, key } from '../field-path.ts';
import { defineKind } from '../kind-validation.ts';
import { validateLabels } from '../meta/labels.ts';
import { checkOneOf, checkRequiredText, checkText } from '../text-field.ts';
import {
  clusterAddresses,
  isHeadless,
  validateClusterAddresses,
  validateExternalAddresses,
  validateSourceRanges,
} from './service-addresses.ts';
import { checkNumber, validateServicePorts } from './service-ports.ts';
import { isReachedFromOutside, validateServiceUpdate, withoutLeftovers } from './service-update.ts';

const specAt = child(undefined, 'spec');
const longestAffinity = 86_400;
const topologyMode = 'service.kubernetes.io/topology-mode';
const topologyHints = 'service.kubernetes.io/topology-aware-hints';

export const serviceValidation = defineKind<Service>({
  group: '',
  kind: 'Service',
  rule: {
    id: 'valid-service',
    title: 'A service has ports, addresses and policies that the API server accepts for its type.',
    fix: 'Give each port a name and a number of its own, and set only the fields that belong to the type of the service.',
  },
  name: dns1123Label,
  validate(check, service) {
    const old = check.old as Service | undefined;
    validateName(check, service);
    validateService(check, old === undefined ? service : withoutLeftovers(check, service, old), old);
  },
  validateUpdate: validateServiceUpdate,
});

/** Until Kubernetes 1.36 the name of a service begins with a letter. */
function validateName(check: Check, service: Service): void {
  if (check.old !== undefined || check.minor >= 36) return;
  const { name = '', generateName = '' } = service.metadata ?? {};
  const given = { name: name === '' ? generateName.slice(0, 1) : name, generateName: prefixOf(generateName) };
  for (const [field, value] of Object.entries(given)) {
    if (value === '' || dns1123Label(value) !== undefined) continue;
    checkText(check, child(undefined, 'metadata', field), value, dns1035Label);
  }
}

function validateService(check: Check, service: Service, old: Service | undefined): void {
  const spec = service.spec ?? {};
  const type = spec.type || 'ClusterIP';
  checkOneOf(check, child(specAt, 'type'), type, ['ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort']);
  const headless = isHeadless(spec);
  const portsAt = child(specAt, 'ports');
  if ((spec.ports ?? []).length === 0 && !headless && type !== 'ExternalName') required(check, portsAt);
  if (headless && (type === 'LoadBalancer' || type === 'NodePort')) {
    invalid(check, index(child(specAt, 'clusterIPs'), 0), 'None', `a service of type ${type} has an address`);
  }
  validateServicePorts(check, spec, portsAt);
  if (type === 'ExternalName') validateExternalName(check, spec);
  else validateClusterAddresses(check, spec, specAt, old?.spec);
  if (spec.selector !== undefined) validateLabels(check, spec.selector, child(specAt, 'selector'));
  validateAffinity(check, spec);
  validateExternalAddresses(check, spec, child(specAt, 'externalIPs'), old?.spec);
  validateSourceRanges(check, service, old);
  validateBalancer(check, spec, type);
  validateTraffic(check, spec, type);
  const annotations = service.metadata?.annotations;
  const [mode, hints] = [annotations?.[topologyMode], annotations?.[topologyHints]];
  if (check.minor >= 27 && mode !== undefined && hints !== undefined && mode !== hints) {
    invalid(check, key(child(undefined, 'metadata', 'annotations'), topologyMode), mode, `must equal ${topologyHints}`);
  }
}

function validateExternalName(check: Check, spec: ServiceSpec): void {
  const detail = 'a service of type ExternalName has none';
  if (clusterAddresses(spec).length > 0) forbidden(check, child(specAt, 'clusterIPs'), detail);
  if ((spec.ipFamilies ?? []).length > 0) forbidden(check, child(specAt, 'ipFamilies'), detail);
  if (spec.ipFamilyPolicy !== undefined) forbidden(check, child(specAt, 'ipFamilyPolicy'), detail);
  const name = spec.externalName ?? '';
  checkRequiredText(check, child(specAt, 'externalName'), name.replace(/\.$/, ''), dns1123Subdomain);
}

function validateAffinity(check: Check, spec: ServiceSpec): void {
  const affinity = spec.sessionAffinity || 'None';
  checkOneOf(check, child(specAt, 'sessionAffinity'), affinity, ['ClientIP', 'None']);
  const seconds = spec.sessionAffinityConfig?.clientIP?.timeoutSeconds;
  if (affinity !== 'ClientIP' || seconds === undefined) return;
  if (seconds < 1 || seconds > longestAffinity) {
    const at = child(specAt, 'sessionAffinityConfig', 'clientIP', 'timeoutSeconds');
    invalid(check, at, seconds, `must be from 1 to ${longestAffinity}`);
  }
}

function validateBalancer(check: Check, spec: ServiceSpec, type: string): void {
  const classAt = child(specAt, 'loadBalancerClass');
  if (type === 'LoadBalancer') {
    if (spec.loadBalancerClass !== undefined) checkText(check, classAt, spec.loadBalancerClass, qualifiedName);
    return;
  }
  const detail = 'only a service of type LoadBalancer has it';
  if (spec.loadBalancerClass !== undefined) forbidden(check, classAt, detail);
  if (spec.allocateLoadBalancerNodePorts !== undefined) {
    forbidden(check, child(specAt, 'allocateLoadBalancerNodePorts'), detail);
  }
}

function validateTraffic(check: Check, spec: ServiceSpec, type: string): void {
  const external = spec.externalTrafficPolicy ?? '';
  const externalAt = child(specAt, 'externalTrafficPolicy');
  if (isReachedFromOutside(check, spec)) checkOneOf(check, externalAt, external || 'Cluster', ['Cluster', 'Local']);
  else if (external !== '') invalid(check, externalAt, external, 'only a service that is reached from outside has it');
  const health = spec.healthCheckNodePort ?? 0;
  const healthAt = child(specAt, 'healthCheckNodePort');
  if (health !== 0) {
    if (type === 'LoadBalancer' && external === 'Local') checkNumber(check, healthAt, health);
    else invalid(check, healthAt, health, "only type LoadBalancer with externalTrafficPolicy 'Local' has it");
  }
  if (spec.internalTrafficPolicy !== undefined) {
    checkOneOf(check, child(specAt, 'internalTrafficPolicy'), spec.internalTrafficPolicy, ['Cluster', 'Local']);
  }
  if (spec.trafficDistribution !== undefined && check.minor >= 31) {
    const allowed = check.minor >= 34 ? ['PreferClose', 'PreferSameZone', 'PreferSameNode'] : ['PreferClose'];
    checkOneOf(check, child(specAt, 'trafficDistribution'), spec.trafficDistribution, allowed);
  }
}
