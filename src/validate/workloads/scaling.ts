import { parseApiVersion } from '../../kernel/index.ts';
import type { SetObject, World } from '../../analysis/index.ts';
import { isTyped, listAt, numberAt, textAt } from './raw.ts';

/** Something that sets the number of pods of another object. */
interface Scaler {
  readonly object: SetObject;
  readonly least: number;
  readonly most: number;
  readonly leastPointer: string;
}

export const scalerKinds = ['autoscaling/HorizontalPodAutoscaler', 'keda.sh/ScaledObject'] as const;

/** The scalers of each object that has some. */
export function scalersByTarget(world: World): ReadonlyMap<SetObject, readonly Scaler[]> {
  const found = new Map<SetObject, Scaler[]>();
  for (const kind of scalerKinds) {
    for (const object of world.ofKind(kind)) {
      if (isOwnedByScaler(object)) continue;
      const target = targetOf(world, object);
      if (target === undefined) continue;
      const known = found.get(target);
      if (known === undefined) found.set(target, [scalerOf(object)]);
      else known.push(scalerOf(object));
    }
  }
  return found;
}

export function scalerOf(object: SetObject): Scaler {
  const isKeda = object.ref.kind === 'ScaledObject';
  const [least, most] = isKeda
    ? (['minReplicaCount', 'maxReplicaCount'] as const)
    : (['minReplicas', 'maxReplicas'] as const);
  return {
    object,
    least: numberAt(object.object, 'spec', least) ?? (isKeda ? 0 : 1),
    most: numberAt(object.object, 'spec', most) ?? (isKeda ? 100 : 1),
    leastPointer: `/spec/${least}`,
  };
}

function targetOf(world: World, { object, ref }: SetObject): SetObject | undefined {
  const isKeda = ref.kind === 'ScaledObject';
  const target = (key: string): string | undefined => textAt(object, 'spec', 'scaleTargetRef', key);
  const { group } = parseApiVersion(target('apiVersion') ?? (isKeda ? 'apps/v1' : 'v1'));
  const kind = target('kind') ?? (isKeda ? 'Deployment' : '');
  return world.find(`${group}/${kind}`, ref.namespace, target('name') ?? '');
}

/** KEDA makes an autoscaler for each ScaledObject: on a cluster both are there, and they are one. */
function isOwnedByScaler({ object }: SetObject): boolean {
  return listAt(object, 'metadata', 'ownerReferences').some((owner) => textAt(owner, 'kind') === 'ScaledObject');
}

interface ReplicaRange {
  readonly least: number;
  readonly most: number;
  /** Undefined: `spec.replicas`, or what the server fills in for it. */
  readonly scaler: Scaler | undefined;
  /** False where neither says anything, and the autoscaler may be in files that were not given. */
  readonly isCertain: boolean;
}

export const replicatedKinds = ['apps/Deployment', 'apps/StatefulSet'] as const;

/** Objects of the kinds that keep a number of pods. */
export function replicatedWorkloads(world: World): readonly SetObject[] {
  return replicatedKinds.flatMap((kind) => world.ofKind(kind)).filter((object) => isTyped(object, world));
}

export function replicasOf(world: World, object: SetObject): ReplicaRange {
  const [scaler] = world.view(scalersByTarget).get(object) ?? [];
  if (scaler !== undefined) return { least: scaler.least, most: scaler.most, scaler, isCertain: true };
  const written = numberAt(object.object, 'spec', 'replicas');
  const replicas = written ?? 1;
  const isCertain = written !== undefined || world.facts !== undefined;
  return { least: replicas, most: replicas, scaler: undefined, isCertain };
}
