import { formatSelector, itemsOf, mappingOf, memberOf, portOf, textsOf } from '../../../analysis/index.ts';
import type { Present, SetObject, World } from '../../../analysis/index.ts';
import { formatObject } from '../../../kernel/index.ts';
import { defineRule } from '../../rule.ts';
import { containerPortsOf, listPorts } from './container-ports.ts';
import { softly } from './elsewhere.ts';
import { placeOf, presentNoun, referencesIn, relatedTo } from './ends.ts';
import { looseSelector } from './listeners.ts';
import { servicesWith } from './services-with.ts';

const group = 'monitoring.coreos.com';
const endpoints: Readonly<Record<string, string>> = { ServiceMonitor: 'endpoints', PodMonitor: 'podMetricsEndpoints' };

export const monitorTargets = defineRule({
  id: 'monitor-targets',
  set: 'reference',
  title: 'A ServiceMonitor selects Services and a PodMonitor pods, which have the ports that are named.',
  fix: 'Make the selector equal to labels of the Service (or of the pods), and name one of its ports in `port`.',
  severity: 'error',
  aliases: ['kube-linter/dangling-servicemonitor'],
  kinds: [`${group}/ServiceMonitor`, `${group}/PodMonitor`],
  checkSet(world, report) {
    for (const from of Object.keys(endpoints).flatMap((kind) => world.ofKind(`${group}/${kind}`))) {
      const targets = targetsOf(world, from);
      if (targets === undefined) continue;
      const noun = from.ref.kind === 'PodMonitor' ? 'pods' : 'Services';
      const selector = formatSelector(looseSelector(memberOf(from.object, 'spec', 'selector')));
      if (targets.length === 0) {
        report(from, {
          messageId: 'none',
          ...softly(world),
          message: `${formatObject(from.ref)} selects ${noun} with ${selector}, which ${placeOf(world)} not have`,
          pointer: '/spec/selector',
          seen: selector,
        });
        continue;
      }
      const known = targets.map((target) => (from.ref.kind === 'PodMonitor' ? containerPortsOf(target) : target.ports));
      if (known.includes(undefined)) continue;
      const ports = [...new Set(known.flatMap((own) => own ?? []))];
      const field = endpoints[from.ref.kind] ?? '';
      for (const [place, endpoint] of itemsOf(from.object, 'spec', field)) {
        const port = portOf(endpoint, 'port');
        if (port === undefined || ports.includes(port)) continue;
        report(from, {
          messageId: 'missing-port',
          message: `${formatObject(from.ref)} names port ${port}, and ${targets
            .slice(0, 3)
            .map((target) => presentNoun(target))
            .join(', ')} has ${listPorts(ports)}`,
          pointer: `/spec/${field}/${place}/port`,
          seen: String(port),
          allowed: listPorts(ports),
          ...relatedTo(targets[0]),
        });
      }
    }
  },
});

/** Undefined where plain files have nothing of the kind in the namespaces that are meant. */
function targetsOf(world: World, { ref, object }: SetObject): readonly Present[] | undefined {
  const index = referencesIn(world);
  const chosen = mappingOf(object, 'spec', 'namespaceSelector');
  const names = textsOf(chosen, 'matchNames');
  const namespaces = chosen['any'] === true ? [undefined] : names.length > 0 ? names : [ref.namespace];
  const selector = looseSelector(memberOf(object, 'spec', 'selector'));
  const pods = ref.kind === 'PodMonitor';
  const all = namespaces.map((namespace) =>
    pods ? index.podsMatching(namespace, selector) : servicesWith(world, namespace, selector),
  );
  const found = all.flat();
  if (found.length > 0 || world.facts !== undefined) return found;
  const bare = namespaces.every((namespace) =>
    pods ? world.podsMatching(namespace, {}).length === 0 : world.inNamespace('/Service', namespace).length === 0,
  );
  return bare && namespaces.every((namespace) => namespace !== ref.namespace) ? undefined : found;
}
