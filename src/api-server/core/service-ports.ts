import { dns1123Label, portName, portNumber, qualifiedName } from '../../formats/index.ts';
import type { ServicePort, ServiceSpec } from '../../schema/types/core-v1.ts';
import type { Check } from '../check.ts';
import { duplicate, forbidden, invalid, required } from '../check.ts';
import { child, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { checkOneOf, checkText, isUnset } from '../text-field.ts';

export const protocols = ['SCTP', 'TCP', 'UDP'];

/** `at` is the list of ports. */
export function validateServicePorts(check: Check, spec: ServiceSpec, at: FieldPath): void {
  const ports = spec.ports ?? [];
  const seen = { names: new Set<string>(), ports: new Set<string>(), nodePorts: new Set<string>() };
  for (const [position, port] of ports.entries()) {
    const portAt = index(at, position);
    validatePort(check, port, portAt);
    const name = port.name ?? '';
    if (name === '' && ports.length > 1)
      required(check, child(portAt, 'name'), 'must be set where there are several ports');
    if (name !== '' && seen.names.has(name)) duplicate(check, child(portAt, 'name'), name);
    seen.names.add(name);
    const taken = `${port.protocol || 'TCP'}/${port.port ?? 0}`;
    if (seen.ports.has(taken)) duplicate(check, portAt, taken);
    seen.ports.add(taken);
    validateNodePort(check, spec, port, child(portAt, 'nodePort'));
    const nodePort = givenNodePort(spec, port);
    if (nodePort === '') continue;
    const held = `${port.protocol || 'TCP'}/${nodePort}`;
    if (seen.nodePorts.has(held)) duplicate(check, child(portAt, 'nodePort'), port.nodePort ?? 0);
    seen.nodePorts.add(held);
  }
}

function validatePort(check: Check, port: ServicePort, at: FieldPath): void {
  if (!isUnset(port.name)) checkText(check, child(at, 'name'), port.name, dns1123Label);
  checkNumber(check, child(at, 'port'), port.port ?? 0);
  checkOneOf(check, child(at, 'protocol'), port.protocol || 'TCP', protocols);
  checkPortOrName(check, child(at, 'targetPort'), port.targetPort || port.port || 0);
  if (port.appProtocol !== undefined) checkText(check, child(at, 'appProtocol'), port.appProtocol, qualifiedName);
}

/** Which numbers there are is the cluster's own affair: a dry run takes any. */
function validateNodePort(check: Check, spec: ServiceSpec, port: ServicePort, at: FieldPath): void {
  if ((port.nodePort ?? 0) === 0 || (spec.type || 'ClusterIP') !== 'ClusterIP') return;
  forbidden(check, at, 'a service of type ClusterIP has no ports on nodes');
}

/** Ports of one number share a port on the nodes, where the server gives them one. */
function givenNodePort(spec: ServiceSpec, port: ServicePort): string {
  if ((port.nodePort ?? 0) !== 0) return String(port.nodePort);
  const balanced = spec.type === 'LoadBalancer' && spec.allocateLoadBalancerNodePorts !== false;
  if (spec.type !== 'NodePort' && !balanced) return '';
  const twin = (spec.ports ?? []).find((one) => one.port === port.port && (one.nodePort ?? 0) !== 0);
  return String(twin?.nodePort ?? `for ${port.port}`);
}

export function checkNumber(check: Check, at: FieldPath, value: number): void {
  const wrong = portNumber(value);
  if (wrong !== undefined) invalid(check, at, value, wrong);
}

export function checkPortOrName(check: Check, at: FieldPath, value: number | string): void {
  if (typeof value === 'number') checkNumber(check, at, value);
  else checkText(check, at, value, portName);
}
