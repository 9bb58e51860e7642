import type { PodView } from '../../analysis/index.ts';
import { parseQuantity } from '../../formats/index.ts';
import type { Container } from '../../schema/types/core-v1.ts';
import { runContainersOf } from './amounts.ts';
import type { Defaults } from './limit-ranges.ts';

export type Part = 'requests' | 'limits';

/** What is written for a container, or given to it by default; undefined when it is nothing. */
export function givenTo(
  { resources }: Pick<Container, 'resources'>,
  part: Part,
  resource: string,
  defaults: Defaults,
): string | number | undefined {
  const own = (amounts: Readonly<Record<string, string | number>> = {}): string | number | undefined =>
    Object.hasOwn(amounts, resource) ? amounts[resource] : undefined;
  const written = own(resources?.[part]) ?? (part === 'requests' ? own(resources?.limits) : undefined);
  return written ?? defaults[part].get(resource);
}

/**
 * What a quota counts for one pod, in billionths: the sum of what runs together, or what an init container needs at its turn if
 * that is more; what the pod says for all of them instead; its overhead on top.
 */
export function podUsage(pod: PodView, part: Part, resource: string, defaults: Defaults): bigint {
  const overhead = nano(pod.spec.overhead?.[resource]);
  const whole = pod.spec.resources?.[part];
  if (whole !== undefined && Object.hasOwn(whole, resource)) return nano(whole[resource]) + overhead;
  let together = 0n;
  let peak = 0n;
  // Init containers come first here, as they do in the pod.
  for (const { container, pointer } of runContainersOf(pod)) {
    const amount = nano(givenTo(container, part, resource, defaults));
    const ends = pointer.includes('/initContainers/') && container.restartPolicy !== 'Always';
    if (!ends) together += amount;
    else if (together + amount > peak) peak = together + amount;
  }
  return (together > peak ? together : peak) + overhead;
}

export function nano(amount: string | number | undefined): bigint {
  return amount === undefined ? 0n : (parseQuantity(amount)?.nano ?? 0n);
}
