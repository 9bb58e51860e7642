import type { Ingress } from '../../../schema/types/networking-v1.ts';
import { defineRule } from '../../rule.ts';
import { referencesIn, want } from './ends.ts';

export const ingressClassExists = defineRule({
  id: 'ingress-class-exists',
  set: 'reference',
  title: 'The class of an Ingress is there.',
  fix: 'Name an IngressClass of the cluster, or declare the one that a chart brings.',
  severity: 'error',
  kinds: ['networking.k8s.io/Ingress'],
  checkSet(world, report) {
    for (const from of world.ofKind('networking.k8s.io/Ingress')) {
      const name = (from.object as Ingress).spec?.ingressClassName;
      if (name === undefined) continue;
      const kind = 'networking.k8s.io/IngressClass';
      const part = 'ingressClassName';
      const pointer = '/spec/ingressClassName';
      want(referencesIn(world), report, { from, part, pointer, kind, namespace: undefined, name, alone: 'never' });
    }
  },
});
