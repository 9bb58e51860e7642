import { itemsOf, mappingOf, memberOf, textOf, textsOf } from '../../../analysis/index.ts';
import type { Loose, SetObject, World } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import type { ReportOn } from '../../rule.ts';
import { referencesIn, want } from './ends.ts';
import { wantPort } from './service-backend.ts';

const group = 'networking.istio.io';

export const virtualServiceEnds = defineRule({
  id: 'virtual-service-ends',
  set: 'reference',
  title: 'The Services and Gateways that an Istio VirtualService names are there.',
  fix: 'Name a Service of the namespace (or `<name>.<namespace>.svc.cluster.local`), one of its ports, and a Gateway.',
  severity: 'error',
  kinds: [`${group}/VirtualService`],
  checkSet(world, report) {
    const index = referencesIn(world);
    // Hosts that a ServiceEntry brings into the mesh need no Service.
    const entries = new Set(
      world.ofKind(`${group}/ServiceEntry`).flatMap(({ object }) => textsOf(object, 'spec', 'hosts')),
    );
    for (const from of world.ofKind(`${group}/VirtualService`)) {
      for (const [place, gateway] of textsOf(from.object, 'spec', 'gateways').entries()) {
        if (gateway === 'mesh') continue;
        const [name = '', namespace = from.ref.namespace] = gateway.split('/').toReversed();
        const pointer = `/spec/gateways/${place}`;
        want(index, report, {
          from,
          part: 'gateways',
          pointer,
          kind: `${group}/Gateway`,
          namespace,
          name,
          alone: 'never',
        });
      }
      for (const protocol of ['http', 'tcp', 'tls']) {
        for (const [rule, route] of itemsOf(from.object, 'spec', protocol)) {
          for (const [at, target] of itemsOf(route, 'route')) {
            const pointer = `/spec/${protocol}/${rule}/route/${at}/destination`;
            const destination = mappingOf(target, 'destination');
            if (!entries.has(textOf(destination, 'host') ?? '')) check(world, report, from, destination, pointer);
          }
        }
      }
    }
  },
});

function check(world: World, report: ReportOn, from: SetObject, destination: Loose, pointer: string): void {
  const host = textOf(destination, 'host') ?? '';
  const [name = '', namespace, svc] = host.split('.');
  // Any other name with dots is a host of the outside.
  if (name === '' || (namespace !== undefined && svc !== 'svc')) return;
  const port = memberOf(destination, 'port', 'number');
  wantPort(referencesIn(world), report, {
    from,
    part: 'destination',
    pointer: `${pointer}/host`,
    kind: '/Service',
    namespace: namespace ?? from.ref.namespace,
    name,
    alone: 'hint',
    port: typeof port === 'number' ? port : undefined,
    portPointer: `${pointer}/port/number`,
  });
}
