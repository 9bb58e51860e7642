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
    validateNodePort(check, spec, port, seen.nodePorts, child(portAt, 'nodePort'));
  }
}

function validatePort(check: Check, port: ServicePort, at: FieldPath): void {
  if (!isUnset(port.name)) checkText(check, child(at, 'name'), port.name, dns1123Label);
  checkNumber(check, child(at, 'port'), port.port ?? 0);
  checkOneOf(check, child(at, 'protocol'), port.protocol || 'TCP', protocols);
  checkPortOrName(check, child(at, 'targetPort'), port.targetPort || port.port || 0);
  if (port.appProtocol !== undefined) checkText(check, child(at, 'appProtocol'), port.appProtocol, qualifiedName);
}

function validateNodePort(check: Check, spec: ServiceSpec, port: ServicePort, taken: Set<string>, at: FieldPath): void {
  const nodePort = port.nodePort ?? 0;
  if (nodePort === 0) return;
  const type = spec.type || 'ClusterIP';
  if (type === 'ClusterIP') forbidden(check, at, 'a service of type ClusterIP has no ports on nodes');
  // A cluster's range is its own affair, but what is no port at all lies in none.
  if (type === 'NodePort' || type === 'LoadBalancer') checkNumber(check, at, nodePort);
  const key = `${port.protocol || 'TCP'}/${nodePort}`;
  if (taken.has(key)) duplicate(check, at, nodePort);
  taken.add(key);
}

export function checkNumber(check: Check, at: FieldPath, value: number): void {
  const wrong = portNumber(value);
  if (wrong !== undefined) invalid(check, at, value, wrong);
}

export function checkPortOrName(check: Check, at: FieldPath, value: number | string): void {
  if (typeof value === 'number') checkNumber(check, at, value);
  else checkText(check, at, value, portName);
}
