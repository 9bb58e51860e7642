import { formatSelector } from '../../../analysis/index.ts';
import type { SetObject, World } from '../../../analysis/index.ts';
import { formatObject } from '../../../kernel/index.ts';
import type { Service } from '../../../schema/types/core-v1.ts';
import { defineRule } from '../../rule.ts';
import { placeOf, referencesIn } from './ends.ts';
import { hasNoPodsOfItsOwn, softly } from './elsewhere.ts';

export const serviceSelectsPods = defineRule({
  id: 'service-selects-pods',
  set: 'reference',
  title: 'The selector of a Service takes pods of its namespace.',
  fix: 'Make the selector equal to labels of the pod template, or declare the pods that are made outside this repository.',
  severity: 'error',
  aliases: ['kube-linter/dangling-service', 'kube-score/service-targets-pod'],
  kinds: ['/Service'],
  checkSet(world, report) {
    const index = referencesIn(world);
    for (const object of world.ofKind('/Service')) {
      const { spec } = object.object as Service;
      const matchLabels = spec?.selector ?? {};
      if (Object.keys(matchLabels).length === 0 || spec?.type === 'ExternalName') continue;
      const { namespace } = object.ref;
      if (index.podsMatching(namespace, { matchLabels }).length > 0 || hasNoPodsOfItsOwn(world, namespace)) continue;
      const near = nearest(world, object, matchLabels);
      const labels = formatSelector({ matchLabels: near?.pod?.metadata.labels ?? {} });
      const hint = near === undefined ? '' : `; pods of ${formatObject(near.ref)} have ${labels}`;
      report(object, {
        messageId: 'none',
        ...softly(world),
        message: `${formatObject(object.ref)} selects pods with ${formatSelector({ matchLabels })}, which ${placeOf(world)} not have${hint}`,
        pointer: '/spec/selector',
        seen: formatSelector({ matchLabels }),
        ...(near === undefined
          ? {}
          : { allowed: labels, related: [{ object: near, pointer: near.pod?.pointer ?? '' }] }),
      });
    }
  },
});

/** The workload that was probably meant: it has the name of the Service, or one of the labels. */
function nearest(
  world: World,
  service: SetObject,
  matchLabels: Readonly<Record<string, string>>,
): SetObject | undefined {
  const { namespace, name } = service.ref;
  const known = world.view(makeLabelled);
  for (const [key, value] of Object.entries(matchLabels)) {
    const place = JSON.stringify([namespace, key, value]);
    if (!known.has(place)) known.set(place, world.podsMatching(namespace, { matchLabels: { [key]: value } })[0]);
    const labelled = known.get(place);
    if (labelled !== undefined) return labelled;
  }
  const named = ['apps/Deployment', 'apps/StatefulSet', 'apps/DaemonSet', '/Pod'].map((kind) =>
    world.find(kind, namespace, name),
  );
  return named.find((object) => object !== undefined);
}

/** A label may be on every pod of a namespace, and on every Service that selects none. */
function makeLabelled(): Map<string, SetObject | undefined> {
  return new Map();
}
