import { itemsOf, textOf } from '../../../analysis/index.ts';
import type { SetObject, World } from '../../../analysis/index.ts';

/** Whether a ReferenceGrant of the other namespace lets an object of this one name something there. */
export function isGranted(
  world: World,
  { ref }: SetObject,
  to: { readonly group: string; readonly kind: string; readonly namespace: string | undefined; readonly name: string },
): boolean {
  if (ref.namespace === undefined || to.namespace === undefined || ref.namespace === to.namespace) return true;
  return world.inNamespace('gateway.networking.k8s.io/ReferenceGrant', to.namespace).some(({ object }) => {
    const from = itemsOf(object, 'spec', 'from').some(
      ([, one]) =>
        (textOf(one, 'group') ?? '') === ref.group && one['kind'] === ref.kind && one['namespace'] === ref.namespace,
    );
    return (
      from &&
      itemsOf(object, 'spec', 'to').some(
        ([, one]) =>
          (textOf(one, 'group') ?? '') === to.group &&
          one['kind'] === to.kind &&
          (textOf(one, 'name') ?? to.name) === to.name,
      )
    );
  });
}
