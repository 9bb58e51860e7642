import { podHolders } from '../../../analysis/index.ts';
import type { World } from '../../../analysis/index.ts';

/** Plain files about the cluster's own namespace: its pods are the cluster's, and no file has them. */
export function hasNoPodsOfItsOwn(world: World, namespace: string | undefined): boolean {
  return world.facts === undefined && namespace === 'kube-system' && world.podsMatching(namespace, {}).length === 0;
}

/** Plain files without any pod are a part of something: what they select is a hint. */
export function softly(world: World): { readonly severity?: 'info' } {
  return world.facts === undefined && !world.view(bringsPods) ? { severity: 'info' } : {};
}

function bringsPods(world: World): boolean {
  return podHolders(world).length > 0;
}
