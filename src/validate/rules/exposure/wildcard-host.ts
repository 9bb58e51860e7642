import { hostClaims } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';

const routes: readonly string[] = [
  'networking.k8s.io/Ingress',
  'gateway.networking.k8s.io/HTTPRoute',
  'gateway.networking.k8s.io/GRPCRoute',
  'gateway.networking.k8s.io/TLSRoute',
];

export const wildcardHost = defineRule({
  id: 'wildcard-host',
  set: 'strict',
  title: 'Routes and Ingresses name their hosts one by one.',
  fix: 'Write out the hosts; a `*` takes those that others will want, too.',
  severity: 'warning',
  kinds: routes,
  checkSet(world, report) {
    for (const { object, host, pointer } of hostClaims(world)) {
      const { group, kind, name } = object.ref;
      if (!host.startsWith('*') || pointer.startsWith('/spec/tls/') || !routes.includes(`${group}/${kind}`)) continue;
      report(object, {
        messageId: 'wildcard',
        message: `${kind} ${name} takes every host of ${host.slice(2)} that nobody else names`,
        pointer,
        seen: host,
      });
    }
  },
});
