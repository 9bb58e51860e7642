import type { ContainerPort } from '../../../schema/types/core-v1.ts';
import { containersOf } from '../../../analysis/index.ts';
import { definePodSecurityRule } from '../../pss/control.ts';
import type { PodView } from '../../../analysis/index.ts';

export const hostPorts = definePodSecurityRule({
  id: 'pss-host-ports',
  title: 'Containers take no ports of their node.',
  fix: 'Remove `hostPort`, and reach the container through a Service.',
  aliases: ['polaris/hostPortSet', 'checkov/CKV_K8S_26', 'monokle/PSS106'],
  control: {
    name: 'hostPorts',
    level: 'baseline',
    since: 0,
    offences: (pod) =>
      containersOf(pod).flatMap(({ container, name, pointer }) =>
        (container.ports ?? []).flatMap((port, position) => {
          const hostPort = hostPortOf(pod, port, pointer);
          if (hostPort === 0) return [];
          return {
            pointer: `${pointer}/ports/${position}/hostPort`,
            messageId: 'forbidden',
            detail: "takes a port of the container's node",
            seen: String(hostPort),
            container: name,
          };
        }),
      ),
  },
});

/** In a Pod on the network of its node, the API server gives each port its own number there. */
function hostPortOf(pod: PodView, port: ContainerPort, container: string): number {
  const written = port.hostPort ?? 0;
  const isDefaulted = pod.pointer === '' && pod.spec.hostNetwork === true && !container.includes('/ephemeral');
  return written === 0 && isDefaulted ? (port.containerPort ?? 0) : written;
}
