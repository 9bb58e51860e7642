import { formatSelector } from '../../../analysis/index.ts';
import { formatObject } from '../../../kernel/index.ts';
import type { NetworkPolicy } from '../../../schema/types/networking-v1.ts';
import { defineRule } from '../../rule.ts';
import { hasNoPodsOfItsOwn, softly } from './elsewhere.ts';
import { placeOf, referencesIn } from './ends.ts';

export const networkPolicySelectsPods = defineRule({
  id: 'network-policy-selects-pods',
  set: 'reference',
  title: 'A NetworkPolicy is for pods that are there.',
  fix: 'Make `podSelector` equal to labels of the pod template that is to be isolated.',
  severity: 'error',
  aliases: ['kube-linter/dangling-networkpolicy', 'kube-score/networkpolicy-targets-pod'],
  kinds: ['networking.k8s.io/NetworkPolicy'],
  checkSet(world, report) {
    for (const object of world.ofKind('networking.k8s.io/NetworkPolicy')) {
      const selector = (object.object as NetworkPolicy).spec?.podSelector ?? {};
      const { namespace } = object.ref;
      // An empty one is for all pods that there will ever be.
      if (formatSelector(selector) === 'everything') continue;
      if (referencesIn(world).podsMatching(namespace, selector).length > 0 || hasNoPodsOfItsOwn(world, namespace))
        continue;
      report(object, {
        messageId: 'none',
        ...softly(world),
        message: `${formatObject(object.ref)} is for pods with ${formatSelector(selector)}, which ${placeOf(world)} not have`,
        pointer: '/spec/podSelector',
        seen: formatSelector(selector),
      });
    }
  },
});
