import { containersOf } from '../../../analysis/index.ts';
import type { PodView } from '../../../analysis/index.ts';

/** A mount of a path of the node. */
export interface HostMount {
  readonly container: string;
  readonly readOnly: boolean;
  readonly mountPath: string;
  /** Of the mount. */
  readonly pointer: string;
}

/** A volume that is a path of the node, and where it is mounted. */
export interface HostVolume {
  readonly name: string;
  /** Without `.`, `..`, doubled and closing slashes. */
  readonly path: string;
  /** Of `hostPath`. */
  readonly pointer: string;
  readonly mounts: readonly HostMount[];
}

export function hostVolumesOf(pod: PodView): readonly HostVolume[] {
  const { spec, pointer } = pod;
  return (spec.volumes ?? []).flatMap(({ name = '', hostPath }, position) =>
    hostPath === undefined
      ? []
      : [
          {
            name,
            path: normalPath(hostPath.path ?? ''),
            pointer: `${pointer}/spec/volumes/${position}/hostPath`,
            mounts: mountsOf(pod, name),
          },
        ],
  );
}

function mountsOf(pod: PodView, volume: string): readonly HostMount[] {
  return containersOf(pod).flatMap(({ container, name, pointer }) =>
    (container.volumeMounts ?? []).flatMap((mount, position) =>
      mount.name === volume
        ? [
            {
              container: name,
              readOnly: mount.readOnly === true,
              mountPath: mount.mountPath ?? '',
              pointer: `${pointer}/volumeMounts/${position}`,
            },
          ]
        : [],
    ),
  );
}

function normalPath(path: string): string {
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return `/${steps.join('/')}`;
}
