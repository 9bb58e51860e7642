import { formatSelector } from '../../../analysis/index.ts';
import type { SetObject, World } from '../../../analysis/index.ts';
import { formatObject } from '../../../kernel/index.ts';
import type { NetworkPolicy, NetworkPolicyPeer } from '../../../schema/types/networking-v1.ts';
import { defineRule } from '../../rule.ts';
import { softly } from './elsewhere.ts';
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
      const check = (peers: readonly NetworkPolicyPeer[], pointer: string): void => {
        const found = peers.map((peer) => missingPeer(world, object, peer));
        // Installs of several flavours list the peers of all: one that is there is enough for plain files.
        const partly = found.includes(undefined) || softly(world).severity !== undefined;
        for (const [place, missing] of found.entries()) {
          if (missing === undefined) continue;
          // An ingress controller or a monitoring stack has a namespace of its own, which the files of an app do not bring.
          const soft = world.facts === undefined && (partly || missing.what === 'namespaceSelector');
          report(object, {
            messageId: missing.what,
            message: `${formatObject(object.ref)} has a peer ${missing.words}, which ${placeOf(world)} not have`,
            pointer: `${pointer}/${place}/${missing.what}`,
            seen: missing.words,
            ...(soft ? { severity: 'info' } : {}),
          });
        }
      };
      for (const [rule, { from = [] }] of ingress.entries()) check(from, `/spec/ingress/${rule}/from`);
      for (const [rule, { to = [] }] of egress.entries()) check(to, `/spec/egress/${rule}/to`);
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
