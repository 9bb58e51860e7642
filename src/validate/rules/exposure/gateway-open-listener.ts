import { memberOf, listOf, textOf } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';

const gateway = 'gateway.networking.k8s.io';

export const gatewayOpenListener = defineRule({
  id: 'gateway-open-listener',
  set: 'strict',
  title: 'A Gateway says whose routes and listeners it takes.',
  fix: 'Use `from: Same`, or `from: Selector` with a label that only the platform gives to namespaces.',
  severity: 'warning',
  kinds: [`${gateway}/Gateway`, `${gateway}/ListenerSet`],
  check(view, report) {
    const object = view.decoded.object;
    const { kind, name } = view.ref;
    if (textOf(object, 'spec', 'allowedListeners', 'namespaces', 'from') === 'All') {
      report({
        messageId: 'listeners',
        message: `${kind} ${name} takes listeners of every namespace, for whatever hosts they name`,
        pointer: '/spec/allowedListeners/namespaces/from',
        seen: 'All',
      });
    }
    for (const [index, listener] of listOf(object, 'spec', 'listeners').entries()) {
      const place = ['allowedRoutes', 'namespaces', 'from'];
      if (memberOf(listener, ...place) !== 'All') continue;
      report({
        messageId: 'routes',
        message: `listener ${textOf(listener, 'name') ?? index} of ${kind} ${name} takes routes of every namespace`,
        pointer: `/spec/listeners/${index}/${place.join('/')}`,
        seen: 'All',
      });
    }
  },
});
