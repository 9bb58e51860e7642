import { listOf, listenersOf } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';

const routes: readonly string[] = ['gateway.networking.k8s.io/HTTPRoute', 'gateway.networking.k8s.io/GRPCRoute'];

export const routeTls = defineRule({
  id: 'route-tls',
  set: 'recommended',
  title: 'Routes send traffic on that came in by TLS.',
  fix: 'Name the HTTPS listener in `sectionName` of the parent, and let a route on the HTTP listener redirect to it.',
  severity: 'warning',
  tiers: ['pre-prod', 'prod'],
  kinds: routes,
  checkSet(world, report) {
    for (const route of routes.flatMap((kind) => world.ofKind(kind))) {
      const serves = listOf(route.object, 'spec', 'rules').some((rule) => listOf(rule, 'backendRefs').length > 0);
      if (!serves) continue;
      for (const [index, parent] of listOf(route.object, 'spec', 'parentRefs').entries()) {
        const plain = listenersOf(world)
          .askedBy(route, parent)
          .find(({ protocol }) => protocol === 'HTTP');
        if (plain === undefined) continue;
        report(route, {
          messageId: 'plain-http',
          message: `${route.ref.kind} ${route.ref.name} serves over listener ${plain.name ?? '?'} of ${plain.object.ref.kind} ${plain.object.ref.name}, which has no TLS`,
          pointer: `/spec/parentRefs/${index}`,
          related: [{ object: plain.object, pointer: plain.pointer }],
        });
      }
    }
  },
});
