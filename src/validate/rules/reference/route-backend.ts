import { formatObject } from '../../../kernel/index.ts';
import { itemsOf, mappingOf, memberOf, portOf, textOf } from '../../../analysis/index.ts';
import type { Loose, SetObject, World } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import type { ReportOn } from '../../rule.ts';
import { nounOf, referencesIn, relatedTo } from './ends.ts';
import { isGranted } from './grants.ts';
import { wantPort } from './service-backend.ts';

const group = 'gateway.networking.k8s.io';
const kinds = ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute'].map((kind) => `${group}/${kind}`);

export const routeBackend = defineRule({
  id: 'route-backend',
  set: 'reference',
  title: 'The backends of a route are there, with the port that is named, and may be named from its namespace.',
  fix: 'Name a Service and one of its ports; for a Service of another namespace add a ReferenceGrant there.',
  severity: 'error',
  kinds,
  checkSet(world, report) {
    for (const from of kinds.flatMap((kind) => world.ofKind(kind))) {
      for (const [place, rule] of itemsOf(from.object, 'spec', 'rules')) {
        for (const [index, backend] of itemsOf(rule, 'backendRefs')) {
          check(world, report, from, backend, `/spec/rules/${place}/backendRefs/${index}`);
        }
        for (const [index, filter] of itemsOf(rule, 'filters')) {
          if (memberOf(filter, 'requestMirror') === undefined) continue;
          const pointer = `/spec/rules/${place}/filters/${index}/requestMirror/backendRef`;
          check(world, report, from, mappingOf(filter, 'requestMirror', 'backendRef'), pointer);
        }
      }
    }
  },
});

function check(world: World, report: ReportOn, from: SetObject, backend: Loose, pointer: string): void {
  const name = textOf(backend, 'name');
  if (name === undefined) return;
  const to = { group: textOf(backend, 'group') ?? '', kind: textOf(backend, 'kind') ?? 'Service' };
  const namespace = textOf(backend, 'namespace') ?? from.ref.namespace;
  const kind = `${to.group}/${to.kind}`;
  const found = wantPort(referencesIn(world), report, {
    from,
    part: 'backend',
    pointer: `${pointer}/name`,
    kind,
    namespace,
    name,
    alone: kind === '/Service' ? 'hint' : 'never',
    port: portOf(backend, 'port'),
    portPointer: `${pointer}/port`,
  });
  if (found === undefined || isGranted(world, from, { ...to, namespace, name })) return;
  report(from, {
    messageId: 'no-grant',
    message: `${formatObject(from.ref)}: backend names ${nounOf(kind, namespace, name)} of another namespace, where no ReferenceGrant lets ${from.ref.kind} of ${from.ref.namespace ?? ''} name it`,
    pointer: `${pointer}/namespace`,
    seen: namespace ?? '',
    ...relatedTo(found),
  });
}
