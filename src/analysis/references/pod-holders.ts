import type { ObjectMeta } from '../../schema/types/meta-v1.ts';
import { podKinds } from '../pod.ts';
import type { PodView } from '../pod.ts';
import type { SetObject } from '../set-object.ts';
import type { World } from '../world.ts';

export type PodHolder = SetObject & { readonly pod: PodView };

/** Objects with a pod that nothing else of the set made: what is wrong in a Deployment need not be said of its pods, too. */
export function podHolders(world: World): readonly PodHolder[] {
  return podKinds
    .flatMap((kind) => world.ofKind(kind))
    .filter((object): object is PodHolder => {
      if (object.pod === undefined) return false;
      const { ownerReferences = [] } = (object.object['metadata'] ?? {}) as ObjectMeta;
      return !ownerReferences.some(({ apiVersion = '', kind = '', name = '' }) => {
        const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
        return world.find(`${group}/${kind}`, object.ref.namespace, name) !== undefined;
      });
    });
}
