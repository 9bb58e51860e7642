import { formatObject } from '../../../kernel/index.ts';
import { itemsOf, memberOf, textOf } from '../../../analysis/index.ts';
import type { Loose, SetObject, World } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import type { ReportOn } from '../../rule.ts';
import { nounOf, referencesIn, relatedTo, want } from './ends.ts';
import { admits, listenersOf } from './listeners.ts';

const group = 'gateway.networking.k8s.io';
const kinds = ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute', 'ListenerSet'].map(
  (kind) => `${group}/${kind}`,
);

export const routeParent = defineRule({
  id: 'route-parent',
  set: 'reference',
  title: 'A route hangs on a listener that is there and lets it in.',
  fix: 'Name a Gateway (or ListenerSet) and one of its listeners, and let its `allowedRoutes` take the namespace of the route.',
  severity: 'error',
  kinds,
  checkSet(world, report) {
    for (const from of kinds.flatMap((kind) => world.ofKind(kind))) {
      for (const [place, parent] of itemsOf(from.object, 'spec', 'parentRefs'))
        check(world, report, from, parent, `/spec/parentRefs/${place}`);
      const parent = memberOf(from.object, 'spec', 'parentRef');
      if (from.ref.kind === 'ListenerSet') check(world, report, from, parent as Loose, '/spec/parentRef');
    }
  },
});

function check(world: World, report: ReportOn, from: SetObject, parent: Loose, pointer: string): void {
  const name = textOf(parent, 'name');
  if (name === undefined) return;
  const kind = `${memberOf(parent, 'group') === '' ? '' : (textOf(parent, 'group') ?? group)}/${textOf(parent, 'kind') ?? 'Gateway'}`;
  const namespace = textOf(parent, 'namespace') ?? from.ref.namespace;
  const part = from.ref.kind === 'ListenerSet' ? 'parentRef' : 'parentRefs';
  const alone = 'hint';
  const found = want(referencesIn(world), report, {
    from,
    part,
    pointer: `${pointer}/name`,
    kind,
    namespace,
    name,
    alone,
  });
  if (found?.object === undefined || found.origin !== 'set') return;
  const noun = nounOf(kind, namespace, name);
  const section = textOf(parent, 'sectionName');
  const port = memberOf(parent, 'port');
  const listeners = listenersOf(found.object);
  if (listeners === undefined) return;
  const meant = listeners.filter(
    (listener) =>
      (section === undefined || listener['name'] === section) && (port === undefined || listener['port'] === port),
  );
  const say = (messageId: string, words: string, at: string): void =>
    report(from, {
      messageId,
      message: `${formatObject(from.ref)}: ${part} names ${words}`,
      pointer: pointer + at,
      ...relatedTo(found),
    });
  if (meant.length === 0 && from.ref.kind !== 'ListenerSet') {
    const known = listeners.map((listener) => textOf(listener, 'name') ?? '').join(', ');
    const wanted = section === undefined ? `port ${String(port)}` : `listener ${section}`;
    say(
      'missing-listener',
      `${wanted} of ${noun}, which has ${known}`,
      section === undefined ? '/port' : '/sectionName',
    );
  } else if (!admits(world, found.object, from, meant)) {
    say('not-allowed', `${noun}, which lets in no ${from.ref.kind} of namespace ${from.ref.namespace ?? ''}`, '/name');
  }
}
