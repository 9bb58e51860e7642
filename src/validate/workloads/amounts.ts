import { containersOf } from '../../analysis/index.ts';
import type { PlacedContainer, PodView } from '../../analysis/index.ts';
import { compareQuantity, parseQuantity } from '../../formats/index.ts';
import type { Quantity } from '../../formats/index.ts';
import type { Container } from '../../schema/types/core-v1.ts';

type Amounts = Readonly<Record<string, string | number>>;

/** Undefined where nothing is set; zero counts as nothing. */
export function amountOf(amounts: Amounts | undefined, resource: string): Quantity | undefined {
  if (amounts === undefined || !Object.hasOwn(amounts, resource)) return undefined;
  const amount = parseQuantity(amounts[resource] ?? '');
  return amount === undefined || amount.nano === 0n ? undefined : amount;
}

/** What the scheduler reserves: a limit alone is a request, too, as the API server fills it in. */
export function requestOf({ resources }: Pick<Container, 'resources'>, resource: string): Quantity | undefined {
  return amountOf(resources?.requests, resource) ?? amountOf(resources?.limits, resource);
}

function limitOf({ resources }: Pick<Container, 'resources'>, resource: string): Quantity | undefined {
  return amountOf(resources?.limits, resource);
}

/** Ephemeral containers cannot have resources. */
export function runContainersOf(pod: PodView): readonly PlacedContainer[] {
  return containersOf(pod).filter(({ pointer }) => !pointer.includes('/ephemeralContainers/'));
}

/** Those that run as long as the pod: not what prepares it. */
export function mainContainersOf(pod: PodView): readonly PlacedContainer[] {
  return runContainersOf(pod).filter(
    ({ container, pointer }) => !pointer.includes('/initContainers/') || container.restartPolicy === 'Always',
  );
}

/** Containers that say nothing about a resource, where the pod says nothing for all of them either. */
export function containersWithout(
  pod: PodView,
  part: 'requests' | 'limits',
  resource: string,
): readonly PlacedContainer[] {
  const read = part === 'requests' ? requestOf : limitOf;
  const ofPod = pod.spec.resources;
  if (ofPod !== undefined && read({ resources: ofPod }, resource) !== undefined) return [];
  return runContainersOf(pod).filter(({ container }) => read(container, resource) === undefined);
}

/** Containers whose request and limit are both written and differ. */
export function containersWithUnequal(pod: PodView, resource: string): readonly PlacedContainer[] {
  return runContainersOf(pod).filter(({ container: { resources } }) => {
    const request = amountOf(resources?.requests, resource);
    const limit = amountOf(resources?.limits, resource);
    return request !== undefined && limit !== undefined && compareQuantity(request, limit) !== 0;
  });
}
