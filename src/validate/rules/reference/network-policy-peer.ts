import { formatSelector } from '../../../analysis/index.ts';
import type { SetObject, World } from '../../../analysis/index.ts';
import { formatObject } from '../../../kernel/index.ts';
import type { NetworkPolicy, NetworkPolicyPeer } from '../../../schema/types/networking-v1.ts';
import { defineRule } from '../../rule.ts';
import { placeOf, referencesIn } from './ends.ts';
import { namespacesWith } from './namespaces-with.ts';

export const networkPolicyPeer = defineRule({
  id: 'network-policy-peer',
  set: 'reference',
  title: 'The peers of a NetworkPolicy are namespaces and pods that are there.',
  fix: 'Make the selectors equal to labels of the peer, or declare the pods that are made outside this repository.',
  severity: 'error',
  aliases: ['kube-linter/dangling-networkpolicypeer-podselector'],
  kinds: ['networking.k8s.io/NetworkPolicy'],
  checkSet(world, report) {
    for (const object of world.ofKind('networking.k8s.io/NetworkPolicy')) {
      const { ingress = [], egress = [] } = (object.object as NetworkPolicy).spec ?? {};
      const check = (peer: NetworkPolicyPeer, pointer: string): void => {
        const missing = missingPeer(world, object, peer);
        if (missing === undefined) return;
        report(object, {
          messageId: missing.what,
          message: `${formatObject(object.ref)} has a peer ${missing.words}, which ${placeOf(world)} not have`,
          pointer: `${pointer}/${missing.what}`,
          seen: missing.words,
        });
      };
      for (const [rule, { from = [] }] of ingress.entries())
        for (const [place, peer] of from.entries()) check(peer, `/spec/ingress/${rule}/from/${place}`);
      for (const [rule, { to = [] }] of egress.entries())
        for (const [place, peer] of to.entries()) check(peer, `/spec/egress/${rule}/to/${place}`);
    }
  },
});

interface MissingPeer {
  readonly what: 'namespaceSelector' | 'podSelector';
  readonly words: string;
}

function missingPeer(world: World, { ref }: SetObject, peer: NetworkPolicyPeer): MissingPeer | undefined {
  const { namespaceSelector, podSelector } = peer;
  const index = referencesIn(world);
  let namespaces: readonly (string | undefined)[] = [ref.namespace];
  if (namespaceSelector !== undefined) {
    // Plain files that bring no namespaces do not say what labels those have that they are for.
    if (world.facts === undefined && !index.brings('/Namespace')) return undefined;
    const taken = namespacesWith(world, namespaceSelector);
    const words = `in namespaces with ${formatSelector(namespaceSelector)}`;
    if (taken.length === 0) return { what: 'namespaceSelector', words };
    namespaces = taken.map(({ name }) => name);
  }
  if (podSelector === undefined || formatSelector(podSelector) === 'everything') return undefined;
  if (namespaces.some((namespace) => index.podsMatching(namespace, podSelector).length > 0)) return undefined;
  // Pods of namespaces that plain files have no pods of lie elsewhere.
  const foreign =
    namespaceSelector !== undefined && namespaces.every((namespace) => world.podsMatching(namespace, {}).length === 0);
  if (world.facts === undefined && foreign) return undefined;
  const where = namespaceSelector === undefined ? '' : ` in namespaces with ${formatSelector(namespaceSelector)}`;
  return { what: 'podSelector', words: `of pods with ${formatSelector(podSelector)}${where}` };
}
