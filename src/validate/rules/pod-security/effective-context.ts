import { containersOf } from '../../../analysis/index.ts';
import type { PodView } from '../../../analysis/index.ts';

type Field = 'runAsUser' | 'runAsGroup' | 'runAsNonRoot';

/** What holds for a container: its own word, else the pod's. */
export interface Effective {
  readonly container: string;
  readonly value: number | boolean | undefined;
  /** Where it is said; where the container would say it, when nobody does. */
  readonly pointer: string;
}

/** Containers that an operator puts into a running pod are left out: they get their user from the command. */
export function effectiveOf(pod: PodView, field: Field): readonly Effective[] {
  const ofPod = plain(pod.spec.securityContext?.[field]);
  return containersOf(pod)
    .filter(({ pointer }) => !pointer.includes('/ephemeralContainers/'))
    .map(({ container, name, pointer }) => {
      const own = plain(container.securityContext?.[field]);
      const inherits = own === undefined && ofPod !== undefined;
      return {
        container: name,
        value: own ?? ofPod,
        pointer: `${inherits ? `${pod.pointer}/spec` : pointer}/securityContext/${field}`,
      };
    });
}

function plain(value: number | bigint | boolean | undefined): number | boolean | undefined {
  return typeof value === 'bigint' ? Number(value) : value;
}
