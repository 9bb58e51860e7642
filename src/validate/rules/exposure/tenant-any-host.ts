import { listOf, tenancyOf, textOf } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';

const routes = [
  'gateway.networking.k8s.io/HTTPRoute',
  'gateway.networking.k8s.io/GRPCRoute',
  'gateway.networking.k8s.io/TLSRoute',
] as const;

export const tenantAnyHost = defineRule({
  id: 'tenant-any-host',
  set: 'recommended',
  title: 'Nothing of a tenant takes requests for whatever host.',
  fix: "Name the hosts: `host` of each rule of an Ingress, `hostnames` of a route that attaches to somebody else's Gateway.",
  severity: 'error',
  needs: 'fleet',
  kinds: ['networking.k8s.io/Ingress', ...routes],
  checkSet(world, report) {
    const tenancy = tenancyOf(world);
    if (tenancy === undefined) return;
    const ofTenants = (kind: string) => world.ofKind(kind).filter(({ ref }) => tenancy.ownerOf(ref.namespace));
    for (const ingress of ofTenants('networking.k8s.io/Ingress')) {
      const open = listOf(ingress.object, 'spec', 'rules').findIndex((rule) => textOf(rule, 'host') === undefined);
      const pointer =
        open >= 0 ? `/spec/rules/${open}` : hasDefault(ingress.object) ? '/spec/defaultBackend' : undefined;
      if (pointer === undefined) continue;
      report(ingress, {
        messageId: 'ingress',
        message: `Ingress ${ingress.ref.name} takes requests for every host, also those of other tenants`,
        pointer,
      });
    }
    for (const route of routes.flatMap(ofTenants)) {
      if (listOf(route.object, 'spec', 'hostnames').length > 0) continue;
      const index = listOf(route.object, 'spec', 'parentRefs').findIndex(
        (parent) => (textOf(parent, 'namespace') ?? route.ref.namespace) !== route.ref.namespace,
      );
      if (index < 0) continue;
      report(route, {
        messageId: 'route',
        message: `${route.ref.kind} ${route.ref.name} names no host, so it takes every host of a Gateway of another namespace`,
        pointer: `/spec/parentRefs/${index}`,
      });
    }
  },
});

function hasDefault(ingress: unknown): boolean {
  return (
    textOf(ingress, 'spec', 'defaultBackend', 'service', 'name') !== undefined ||
    textOf(ingress, 'spec', 'defaultBackend', 'resource', 'name') !== undefined
  );
}
