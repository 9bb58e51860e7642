import type { PodSpec } from '../../schema/types/core-v1.ts';

const ofPod = ['automountServiceAccountToken', 'hostUsers', 'setHostnameAsFQDN', 'shareProcessNamespace'] as const;
const ofContainer = ['allowPrivilegeEscalation', 'privileged', 'readOnlyRootFilesystem', 'runAsNonRoot'] as const;

/** Flags that are neither true nor false where they are left out: to name one is a change. */
export function sameFlags(spec: PodSpec, old: PodSpec): boolean {
  if (!ofPod.every((flag) => alike(spec[flag], old[flag]))) return false;
  if (!alike(spec.securityContext?.runAsNonRoot, old.securityContext?.runAsNonRoot)) return false;
  return (['containers', 'initContainers'] as const).every((list) =>
    (spec[list] ?? []).every((container, position) => {
      const before = old[list]?.[position]?.securityContext;
      return ofContainer.every((flag) => alike(container.securityContext?.[flag], before?.[flag]));
    }),
  );
}

function alike(one: unknown, other: unknown): boolean {
  return (one === undefined) === (other === undefined);
}
