import type { Ingress } from '../../../schema/types/networking-v1.ts';
import { defineRule } from '../../rule.ts';

export const ingressHost = defineRule({
  id: 'ingress-host',
  set: 'strict',
  title: 'An Ingress serves hosts that it names.',
  fix: 'Give each rule a `host`, and leave `defaultBackend` to the controller.',
  severity: 'warning',
  kinds: ['networking.k8s.io/Ingress'],
  check(view, report) {
    if (view.apiVersion !== 'networking.k8s.io/v1') return;
    const { defaultBackend, rules = [] } = (view.decoded.object as Ingress).spec ?? {};
    if (defaultBackend !== undefined) {
      report({
        messageId: 'default-backend',
        message: `Ingress ${view.ref.name} takes what nobody else serves, for every host`,
        pointer: '/spec/defaultBackend',
      });
    }
    for (const [index, { host = '' }] of rules.entries()) {
      if (host !== '') continue;
      report({
        messageId: 'no-host',
        message: `Ingress ${view.ref.name} takes its paths for every host, also those of others`,
        pointer: `/spec/rules/${index}`,
      });
    }
  },
});
