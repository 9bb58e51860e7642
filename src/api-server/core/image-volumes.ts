import type { PodSpec, VolumeMount } from '../../schema/types/core-v1.ts';
import type { Check } from '../check.ts';
import { enabledSince } from './gates.ts';

/** Where image volumes are off, the server drops them and whatever mounts them before it looks at the rest. */
export function withoutMountsOfImages(check: Check, spec: PodSpec): PodSpec {
  if (check.minor >= enabledSince.imageVolumes) return spec;
  const images = (spec.volumes ?? []).filter((volume) => volume.image !== undefined).map(({ name = '' }) => name);
  if (images.length === 0) return spec;
  const without = <Mounting extends { readonly volumeMounts?: readonly VolumeMount[] }>(one: Mounting): Mounting => ({
    ...one,
    volumeMounts: (one.volumeMounts ?? []).filter(({ name = '' }) => !images.includes(name)),
  });
  return {
    ...spec,
    containers: (spec.containers ?? []).map(without),
    initContainers: (spec.initContainers ?? []).map(without),
    ephemeralContainers: (spec.ephemeralContainers ?? []).map(without),
  };
}
