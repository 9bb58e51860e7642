import { memberOf } from '../../analysis/index.ts';
import { objectKey } from '../../kernel/index.ts';
import type { SetObject, World } from '../../analysis/index.ts';
import { nano } from './pod-usage.ts';
import type { Share } from './quota.ts';
import { isTyped, listAt, textAt } from './raw.ts';
import { replicasOf } from './scaling.ts';

const services: Readonly<Record<string, readonly string[]>> = {
  services: ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'],
  'services.loadbalancers': ['LoadBalancer'],
  'services.nodeports': ['NodePort', 'LoadBalancer'],
};

/** What quotas count beside pods: claims and their size, Services. Undefined for other names. */
export function storageUsage(world: World, namespace: string | undefined, name: string): readonly Share[] | undefined {
  if (Object.hasOwn(services, name)) {
    return own(world, '/Service', namespace)
      .filter(({ object }) => services[name]?.includes(textAt(object, 'spec', 'type') ?? 'ClusterIP'))
      .map((object) => share(object, portsOf(object, name)));
  }
  if (name !== 'persistentvolumeclaims' && name !== 'requests.storage') return undefined;
  const sizeOf = (claim: unknown): bigint => {
    const size = memberOf(claim, 'spec', 'resources', 'requests', 'storage');
    if (name === 'persistentvolumeclaims') return nano(1);
    return typeof size === 'number' || typeof size === 'string' ? nano(size) : 0n;
  };
  const claims = own(world, '/PersistentVolumeClaim', namespace).map((object) => share(object, sizeOf(object.object)));
  const templates = own(world, 'apps/StatefulSet', namespace).map((object) => {
    const each = listAt(object.object, 'spec', 'volumeClaimTemplates').reduce<bigint>(
      (sum, claim) => sum + sizeOf(claim),
      0n,
    );
    const { least, most } = replicasOf(world, object);
    return { object, least: each * BigInt(Math.trunc(least)), most: each * BigInt(Math.trunc(most)) };
  });
  return [...claims, ...templates];
}

function share(object: SetObject, amount: bigint): Share {
  return { object, least: amount, most: amount };
}

/** Each port of a Service that gets node ports takes one. */
function portsOf({ object }: SetObject, name: string): bigint {
  if (name !== 'services.nodeports') return nano(1);
  if (memberOf(object, 'spec', 'allocateLoadBalancerNodePorts') === false) return 0n;
  return nano(listAt(object, 'spec', 'ports').length);
}

function own(world: World, kind: string, namespace: string | undefined): readonly SetObject[] {
  const seen = new Set<string>();
  return world.inNamespace(kind, namespace).filter((object) => {
    const key = objectKey(object.ref);
    if (seen.has(key) || object.ref.namespace !== namespace || !isTyped(object, world)) return false;
    seen.add(key);
    return true;
  });
}
