import { policiesOf } from '../../../analysis/index.ts';
import type { Direction, PodView, SetObject, World } from '../../../analysis/index.ts';

/** Policies of other kinds, which select pods in other ways. */
const others = [
  'cilium.io/CiliumNetworkPolicy',
  'crd.projectcalico.org/NetworkPolicy',
  'projectcalico.org/NetworkPolicy',
] as const;
const wide = [
  'cilium.io/CiliumClusterwideNetworkPolicy',
  'crd.projectcalico.org/GlobalNetworkPolicy',
  'projectcalico.org/GlobalNetworkPolicy',
] as const;

export interface OpenPod {
  readonly object: SetObject;
  readonly pod: PodView;
  /** Ways that no NetworkPolicy closes: one or two. */
  readonly open: readonly Direction[];
}

export const meaning: Readonly<Record<Direction, string>> = {
  ingress: 'who reaches the pods',
  egress: 'whom the pods reach',
};

/** Pods that NetworkPolicies could close, and do not. */
export function openPods(world: World): readonly OpenPod[] {
  return world.view(findOpenPods);
}

function findOpenPods(world: World): readonly OpenPod[] {
  if (wide.some((kind) => world.ofKind(kind).length > 0)) return [];
  const policies = policiesOf(world);
  return world.objects.flatMap((object) => {
    const { pod, ref } = object;
    if (pod === undefined || pod.spec.hostNetwork === true) return [];
    if (others.some((kind) => world.inNamespace(kind, ref.namespace).length > 0)) return [];
    const taking = policies.taking(ref.namespace, pod.metadata.labels ?? {});
    const open = (['ingress', 'egress'] as const).filter((way) => !taking.some(({ isolates }) => isolates[way]));
    return open.length === 0 ? [] : [{ object, pod, open }];
  });
}
