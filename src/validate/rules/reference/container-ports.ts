import type { Container } from '../../../schema/types/core-v1.ts';
import type { PodView, Port, Present } from '../../../analysis/index.ts';

/** Names and numbers of the ports of a pod's containers, sidecars among them; undefined when nobody knows them. */
export function containerPortsOf(present: Present): readonly Port[] | undefined {
  const pod = present.origin === 'set' ? present.object?.pod : undefined;
  return pod === undefined ? present.ports : portsOfPod(pod);
}

export function portsOfPod({ spec }: PodView): readonly Port[] {
  const sidecars = (spec.initContainers ?? []).filter(({ restartPolicy }) => restartPolicy === 'Always');
  return [...(spec.containers ?? []), ...sidecars].flatMap((container) => portsOfContainer(container));
}

export function portsOfContainer({ ports = [] }: Container): readonly Port[] {
  return ports.flatMap(({ name, containerPort }) => [name, containerPort]).filter((port) => port !== undefined);
}

/** For messages. */
export function listPorts(ports: readonly Port[]): string {
  return ports.length === 0 ? 'none' : ports.join(', ');
}
