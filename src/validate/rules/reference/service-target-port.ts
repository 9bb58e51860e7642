import { formatObject } from '../../../kernel/index.ts';
import type { Service } from '../../../schema/types/core-v1.ts';
import { defineRule } from '../../rule.ts';
import { containerPortsOf, listPorts } from './container-ports.ts';
import { presentNoun, referencesIn, relatedTo } from './ends.ts';

export const serviceTargetPort = defineRule({
  id: 'service-target-port',
  set: 'reference',
  title: 'A port of a Service goes to a port that the containers of its pods have.',
  fix: 'Name a container port of the pods in `targetPort`, or add the port to the container that listens on it.',
  severity: 'error',
  kinds: ['/Service'],
  checkSet(world, report) {
    const index = referencesIn(world);
    for (const object of world.ofKind('/Service')) {
      const { spec } = object.object as Service;
      const matchLabels = spec?.selector ?? {};
      if (Object.keys(matchLabels).length === 0 || spec?.type === 'ExternalName') continue;
      const pods = index.podsMatching(object.ref.namespace, { matchLabels });
      const known = pods.map((pod) => containerPortsOf(pod));
      if (pods.length === 0 || known.includes(undefined)) continue;
      const ports = [...new Set(known.flatMap((own) => own ?? []))];
      for (const [place, { name, port, targetPort = port }] of (spec?.ports ?? []).entries()) {
        if (targetPort === undefined || targetPort === 0 || ports.includes(targetPort)) continue;
        const named = typeof targetPort === 'string';
        // A container may listen on numbers that it does not list: only where each pod lists some, one of them was probably meant.
        if (!named && (spec?.clusterIP === 'None' || known.some((own) => own?.length === 0))) continue;
        const [pod] = pods;
        const ends = pods
          .map((end) => presentNoun(end))
          .slice(0, 3)
          .join(', ');
        report(object, {
          messageId: named ? 'name' : 'number',
          message: `${formatObject(object.ref)}: port ${name ?? port ?? ''} goes to container port ${targetPort}, which ${ends} ${pods.length === 1 ? 'does' : 'do'} not have: ${listPorts(ports)}`,
          pointer: `/spec/ports/${place}${spec?.ports?.[place]?.targetPort === undefined ? '/port' : '/targetPort'}`,
          seen: String(targetPort),
          allowed: listPorts(ports),
          ...(named ? {} : { severity: 'warning' }),
          ...relatedTo(pod),
        });
      }
    }
  },
});
