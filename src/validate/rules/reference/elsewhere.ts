import type { World } from '../../../analysis/index.ts';

/** Plain files about the cluster's own namespace: its pods are the cluster's, and no file has them. */
export function hasNoPodsOfItsOwn(world: World, namespace: string | undefined): boolean {
  return world.facts === undefined && namespace === 'kube-system' && world.podsMatching(namespace, {}).length === 0;
}
