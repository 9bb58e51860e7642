import { formatObject } from '../../../kernel/index.ts';
import { selects } from '../../../analysis/index.ts';
import type { StatefulSet } from '../../../schema/types/apps-v1.ts';
import type { Service } from '../../../schema/types/core-v1.ts';
import { defineRule } from '../../rule.ts';
import type { ReportOn } from '../../rule.ts';
import { presentNoun, referencesIn, relatedTo, want } from './ends.ts';

export const statefulSetService = defineRule({
  id: 'stateful-set-service',
  set: 'reference',
  title: 'The Service that governs a StatefulSet is there, is headless and takes its pods.',
  fix: 'Add a Service with `clusterIP: None` whose selector takes the pods, and name it in `serviceName`.',
  severity: 'error',
  aliases: ['kube-score/statefulset-has-servicename'],
  kinds: ['apps/StatefulSet'],
  checkSet(world, report) {
    const index = referencesIn(world);
    const pointer = '/spec/serviceName';
    for (const from of world.ofKind('apps/StatefulSet')) {
      const { serviceName: name, replicas = 1 } = (from.object as StatefulSet).spec ?? {};
      if (name === undefined || name === '') continue;
      const { namespace } = from.ref;
      const kind = '/Service';
      // A single pod has no peers that ask for it by name; many controllers leave the Service out.
      const single = world.facts === undefined && replicas < 2;
      const tell: ReportOn = single ? (object, problem) => report(object, { ...problem, severity: 'info' }) : report;
      const found = want(index, tell, { from, part: 'serviceName', pointer, kind, namespace, name, alone: 'hint' });
      if (found?.origin !== 'set' || found.object === undefined) continue;
      const { spec } = found.object.object as Service;
      const say = (messageId: string, what: string): void =>
        report(from, {
          messageId,
          message: `${formatObject(from.ref)}: serviceName names ${presentNoun(found)}, which ${what}`,
          pointer,
          seen: name,
          severity: 'warning',
          ...relatedTo(found),
        });
      if (spec?.clusterIP !== 'None')
        say('not-headless', 'is not headless (`clusterIP: None`): its pods get no names of their own');
      else if (spec.selector !== undefined && !selects({ matchLabels: spec.selector }, from.pod?.metadata.labels ?? {}))
        say('other-pods', 'does not select its pods');
    }
  },
});
