import type { Container, PodSecurityContext, SecurityContext } from '../schema/types/core-v1.ts';
import type { PodView } from './pod.ts';

/** A container of any of the three lists. */
export interface PlacedContainer {
  readonly container: Container;
  readonly name: string;
  readonly pointer: string;
}

const lists = ['initContainers', 'containers', 'ephemeralContainers'] as const;

/** Most rules about pods ask for them. */
const known = new WeakMap<PodView, readonly PlacedContainer[]>();

export function containersOf(pod: PodView): readonly PlacedContainer[] {
  let containers = known.get(pod);
  if (containers === undefined) {
    containers = placed(pod);
    known.set(pod, containers);
  }
  return containers;
}

function placed({ spec, pointer }: PodView): readonly PlacedContainer[] {
  return lists.flatMap((list) =>
    (spec[list] ?? []).map((container, position) => ({
      container,
      name: container.name ?? '',
      pointer: `${pointer}/spec/${list}/${position}`,
    })),
  );
}

/** The pod's or a container's. */
export interface PlacedContext {
  readonly context: PodSecurityContext & SecurityContext;
  readonly pointer: string;
  /** Undefined for the pod's own. */
  readonly container: string | undefined;
}

/** What is set: the pod's security context, then those of its containers. */
export function securityContextsOf(pod: PodView): readonly PlacedContext[] {
  const own = pod.spec.securityContext;
  const contexts: PlacedContext[] =
    own === undefined ? [] : [{ context: own, pointer: `${pod.pointer}/spec/securityContext`, container: undefined }];
  for (const { container, name, pointer } of containersOf(pod)) {
    const context = container.securityContext;
    if (context !== undefined) contexts.push({ context, pointer: `${pointer}/securityContext`, container: name });
  }
  return contexts;
}

export function isWindows({ spec }: PodView): boolean {
  return spec.os?.name === 'windows';
}

/** In a user namespace root is nobody on the node: some controls let go there. */
export function hasUserNamespace({ spec }: PodView): boolean {
  return spec.hostUsers === false;
}

/** One step of a pointer. */
export function step(name: string): string {
  return `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
