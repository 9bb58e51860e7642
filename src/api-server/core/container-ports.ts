import type { Container, ContainerPort } from '../../schema/types/core-v1.ts';
import { portName, portNumber } from '../../formats/index.ts';
import { duplicate, invalid, notSupported, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { expectFormat } from './expect-format.ts';

const protocols = ['SCTP', 'TCP', 'UDP'];

export interface PortOptions {
  /** The pod shares its node's network, and the server gives each port without a host port its own number there. */
  readonly hostPortsDefaulted: boolean;
}

export function validateContainerPorts(
  check: Check,
  ports: readonly ContainerPort[],
  at: FieldPath,
  options: PortOptions,
): void {
  const names = new Set<string>();
  for (const [position, port] of ports.entries()) {
    const place = index(at, position);
    validateName(check, port.name ?? '', names, child(place, 'name'));
    const number = port.containerPort ?? 0;
    if (number === 0) required(check, child(place, 'containerPort'));
    else expectFormat(check, child(place, 'containerPort'), number, portNumber(number));
    const hostPort = hostPortOf(port, options);
    if (hostPort !== 0) expectFormat(check, child(place, 'hostPort'), hostPort, portNumber(hostPort));
    const protocol = protocolOf(port);
    if (!protocols.includes(protocol)) notSupported(check, child(place, 'protocol'), protocol, protocols);
  }
}

function validateName(check: Check, name: string, names: Set<string>, at: FieldPath): void {
  if (name === '') return;
  const problem = portName(name);
  if (problem !== undefined) invalid(check, at, name, problem);
  else if (names.has(name)) duplicate(check, at, name);
  names.add(name);
}

/** No two ports of these containers may want the same port of the node. */
export function validateHostPorts(
  check: Check,
  containers: readonly Container[],
  at: FieldPath,
  options: PortOptions,
): void {
  const taken = new Set<string>();
  for (const [position, container] of containers.entries()) {
    for (const [number, port] of (container.ports ?? []).entries()) {
      const hostPort = hostPortOf(port, options);
      if (hostPort === 0) continue;
      const wanted = `${protocolOf(port)}/${port.hostIP ?? ''}/${hostPort}`;
      if (taken.has(wanted))
        duplicate(check, child(index(child(index(at, position), 'ports'), number), 'hostPort'), wanted);
      taken.add(wanted);
    }
  }
}

/** On the node's own network a port is the node's port: the two numbers may not differ. */
export function validateHostNetworkPorts(
  check: Check,
  containers: readonly Container[],
  at: FieldPath,
  options: PortOptions & { readonly isPod: boolean },
): void {
  for (const [position, container] of containers.entries()) {
    for (const [number, port] of (container.ports ?? []).entries()) {
      const hostPort = hostPortOf(port, options);
      if (hostPort === (port.containerPort ?? 0) || (hostPort === 0 && !options.isPod)) continue;
      const place = child(index(child(index(at, position), 'ports'), number), 'hostPort');
      invalid(check, place, hostPort, 'must equal containerPort, as hostNetwork is true');
    }
  }
}

function hostPortOf(port: ContainerPort, options: PortOptions): number {
  const written = port.hostPort ?? 0;
  return written === 0 && options.hostPortsDefaulted ? (port.containerPort ?? 0) : written;
}

function protocolOf(port: ContainerPort): string {
  return port.protocol === undefined || port.protocol === '' ? 'TCP' : port.protocol;
}
