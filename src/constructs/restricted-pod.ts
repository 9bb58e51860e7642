import type { Container } from './container.ts';
import type { PodSpec, Volume } from './pod.ts';

/** A container without what `restrictedPod` decides. */
export type RestrictedContainer = Omit<Container, 'securityContext'>;

export interface RestrictedPodProps extends Omit<
  PodSpec,
  'containers' | 'initContainers' | 'securityContext' | 'hostNetwork' | 'hostPID' | 'hostUsers'
> {
  readonly containers: readonly RestrictedContainer[];
  readonly initContainers?: readonly RestrictedContainer[];
  /** Numeric user and group of the processes, for images whose own user is a name: kubelet cannot prove a name to be non-root. */
  readonly user?: number;
  /** Size of a writable `/tmp` in every container, a quantity; the root file system is read-only. Left out: no `/tmp`. */
  readonly tmp?: string;
}

/**
 * A pod spec that meets the *restricted* Pod Security level, and more: a read-only root file system and no API token. Restricted asks for
 * `runAsNonRoot: true`, a `RuntimeDefault` (or localhost) seccomp profile, `allowPrivilegeEscalation: false` and all capabilities
 * dropped; host namespaces, host ports, host paths and privileged containers cannot be said here at all.
 * Source: https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
 */
export function restrictedPod(props: RestrictedPodProps): PodSpec {
  const { containers, initContainers, user, tmp, volumes = [], ...rest } = props;
  const allVolumes: readonly Volume[] =
    tmp === undefined ? volumes : [...volumes, { name: 'tmp', emptyDir: { sizeLimit: tmp } }];
  return {
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    ...rest,
    securityContext: {
      runAsNonRoot: true,
      ...(user === undefined ? {} : { runAsUser: user, runAsGroup: user, fsGroup: user }),
      seccompProfile: { type: 'RuntimeDefault' },
    },
    containers: containers.map((container) => restricted(container, tmp)),
    ...(initContainers === undefined
      ? {}
      : { initContainers: initContainers.map((container) => restricted(container, tmp)) }),
    ...(allVolumes.length === 0 ? {} : { volumes: allVolumes }),
  };
}

function restricted(container: RestrictedContainer, tmp: string | undefined): Container {
  const { volumeMounts = [], ...rest } = container;
  const mounts = tmp === undefined ? volumeMounts : [...volumeMounts, { name: 'tmp', mountPath: '/tmp' }];
  return {
    ...rest,
    securityContext: {
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      readOnlyRootFilesystem: true,
    },
    ...(mounts.length === 0 ? {} : { volumeMounts: mounts }),
  };
}
