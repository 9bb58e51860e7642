import { containersOf } from '../../../analysis/index.ts';
import type { PodView } from '../../../analysis/index.ts';
import type { Container } from '../../../schema/types/core-v1.ts';

export interface ProbePort {
  readonly container: Container;
  readonly name: string;
  /** `readiness probe`, `postStart`. */
  readonly part: string;
  readonly port: number | string;
  readonly pointer: string;
}

/** Ports that probes and lifecycle handlers of a pod's containers ask. */
export function probePortsOf(pod: PodView): readonly ProbePort[] {
  return containersOf(pod).flatMap(({ container, name, pointer }) => {
    const handlers = [
      ['liveness probe', container.livenessProbe, 'livenessProbe'],
      ['readiness probe', container.readinessProbe, 'readinessProbe'],
      ['startup probe', container.startupProbe, 'startupProbe'],
      ['postStart', container.lifecycle?.postStart, 'lifecycle/postStart'],
      ['preStop', container.lifecycle?.preStop, 'lifecycle/preStop'],
    ] as const;
    return handlers.flatMap(([part, handler, field]) =>
      (['httpGet', 'tcpSocket', 'grpc'] as const).flatMap((action) => {
        const asked =
          handler !== undefined && action in handler
            ? (
                handler as Readonly<
                  Record<string, { readonly port?: number | string; readonly host?: string } | undefined>
                >
              )[action]
            : undefined;
        // Another host's ports are not this container's.
        if (asked?.port === undefined || (asked.host !== undefined && asked.host !== '')) return [];
        return [{ container, name, part, port: asked.port, pointer: `${pointer}/${field}/${action}/port` }];
      }),
    );
  });
}
