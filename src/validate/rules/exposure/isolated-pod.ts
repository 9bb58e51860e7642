import { policiesOf } from '../../../analysis/index.ts';
import type { Direction, SetObject, World } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';

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

export const isolatedPod = defineRule({
  id: 'isolated-pod',
  set: 'strict',
  title: 'A NetworkPolicy says who reaches a pod, and whom it reaches.',
  fix: 'Add a NetworkPolicy to the namespace that selects every pod and allows nothing, and one for each thing that is needed.',
  severity: 'warning',
  aliases: [
    'kube-linter/non-isolated-pod',
    'kube-score/pod-networkpolicy',
    'polaris/missingNetworkPolicy',
    'checkov/CKV2_K8S_6',
  ],
  kinds: 'every',
  checkSet(world, report) {
    if (wide.some((kind) => world.ofKind(kind).length > 0)) return;
    const policies = policiesOf(world);
    for (const object of world.objects) {
      const { pod, ref } = object;
      if (pod === undefined || pod.spec.hostNetwork === true || hasOther(world, object)) continue;
      const taking = policies.of(ref.namespace).filter(({ takes }) => takes(pod.metadata.labels ?? {}));
      const open = (['ingress', 'egress'] as const).filter((way) => !taking.some(({ isolates }) => isolates[way]));
      if (open.length === 0) continue;
      report(object, {
        messageId: open.length === 2 ? 'no-policy' : (open[0] ?? ''),
        message: `no NetworkPolicy of ${ref.namespace === undefined ? 'the set' : `namespace ${ref.namespace}`} says ${open.map((way) => meaning[way]).join(' or ')} of ${ref.kind} ${ref.name}`,
        pointer: `${pod.pointer}/metadata`,
      });
    }
  },
});

const meaning: Readonly<Record<Direction, string>> = { ingress: 'who reaches the pods', egress: 'whom the pods reach' };

function hasOther(world: World, { ref }: SetObject): boolean {
  return others.some((kind) => world.inNamespace(kind, ref.namespace).length > 0);
}
