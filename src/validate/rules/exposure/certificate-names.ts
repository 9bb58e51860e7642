import { coversHost, listOf, listenersOf, meetsListener } from '../../../analysis/index.ts';
import type { SetObject, World } from '../../../analysis/index.ts';
import type { Ingress } from '../../../schema/types/networking-v1.ts';
import { defineRule } from '../../rule.ts';
import type { ReportOn } from '../../rule.ts';

const gateway = 'gateway.networking.k8s.io';
const routes: readonly string[] = [`${gateway}/HTTPRoute`, `${gateway}/GRPCRoute`];

export const certificateNames = defineRule({
  id: 'certificate-names',
  set: 'recommended',
  title: 'A certificate is good for every host that it is shown for.',
  fix: 'Add the host to `dnsNames` of the Certificate; `*` stands for exactly one label.',
  severity: 'error',
  kinds: ['networking.k8s.io/Ingress', `${gateway}/Gateway`, `${gateway}/ListenerSet`],
  checkSet(world, report) {
    for (const ingress of world.ofKind('networking.k8s.io/Ingress')) {
      if (ingress.apiVersion === 'networking.k8s.io/v1') checkIngress(ingress, world, report);
    }
    for (const { object, pointer, hostname, certified } of listenersOf(world).all) {
      if (certified === undefined || hostname === undefined) continue;
      if (!certified.some((name) => coversHost(name, hostname)))
        report(object, problemOf(hostname, certified, `${pointer}/hostname`, object));
    }
    for (const route of routes.flatMap((kind) => world.ofKind(kind))) checkRoute(route, world, report);
  },
});

function checkIngress(ingress: SetObject, world: World, report: ReportOn): void {
  const { tls = [] } = (ingress.object as Ingress).spec ?? {};
  for (const [index, { hosts = [], secretName }] of tls.entries()) {
    const issued =
      secretName === undefined ? undefined : listenersOf(world).issuedInto(ingress.ref.namespace, secretName);
    if (issued === undefined) continue;
    for (const [place, host] of hosts.entries()) {
      if (issued.names.some((name) => coversHost(name, host))) continue;
      const problem = problemOf(host, issued.names, `/spec/tls/${index}/hosts/${place}`, ingress);
      report(ingress, { ...problem, related: [{ object: issued.object, pointer: '/spec/dnsNames' }] });
    }
  }
}

/** A listener's `*` takes hosts of several labels, its certificate's takes one. */
function checkRoute(route: SetObject, world: World, report: ReportOn): void {
  const asked = listOf(route.object, 'spec', 'parentRefs').flatMap((parent) =>
    listenersOf(world).askedBy(route, parent),
  );
  for (const [index, host] of listOf(route.object, 'spec', 'hostnames').entries()) {
    if (typeof host !== 'string') continue;
    const wrong = asked.find(
      ({ hostname, certified }) =>
        hostname !== undefined &&
        certified !== undefined &&
        meetsListener(host, hostname) &&
        certified.some((name) => coversHost(name, hostname)) &&
        !certified.some((name) => coversHost(name, host)),
    );
    if (wrong === undefined) continue;
    const problem = problemOf(host, wrong.certified ?? [], `/spec/hostnames/${index}`, route);
    report(route, { ...problem, related: [{ object: wrong.object, pointer: wrong.pointer }] });
  }
}

function problemOf(host: string, names: readonly string[], pointer: string, { ref }: SetObject) {
  return {
    messageId: 'not-covered',
    message: `${ref.kind} ${ref.name} serves ${host} with a certificate for ${names.join(', ') || 'no host'}`,
    pointer,
    seen: host,
    allowed: names.join(', '),
  };
}
