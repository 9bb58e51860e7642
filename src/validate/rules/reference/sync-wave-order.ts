import { memberOf } from '../../../analysis/index.ts';
import type { SetObject, World } from '../../../analysis/index.ts';
import { formatObject } from '../../../kernel/index.ts';
import { defineRule } from '../../rule.ts';
import { definitionsIn, isCustom } from './definitions.ts';
import { referencesIn } from './ends.ts';

const annotation = 'argocd.argoproj.io/sync-wave';

export const syncWaveOrder = defineRule({
  id: 'sync-wave-order',
  set: 'reference',
  title: 'Argo CD syncs a definition or a namespace before the objects that need it.',
  fix: 'Give the definition or the namespace a lower `argocd.argoproj.io/sync-wave`, or the same as what needs it.',
  severity: 'error',
  kinds: 'every',
  checkSet(world, report) {
    for (const object of world.objects) {
      for (const first of neededBy(world, object)) {
        // Each Application has waves of its own.
        const application = deliveredBy(object);
        if (application === undefined || deliveredBy(first) !== application) continue;
        const [needed, own] = [waveOf(first), waveOf(object)];
        if (needed <= own) continue;
        report(object, {
          messageId: 'later',
          message: `${formatObject(object.ref)} is synced in wave ${own}, before ${formatObject(first.ref)} in wave ${needed}, which it needs`,
          pointer:
            object.annotations[annotation] === undefined
              ? '/metadata'
              : `/metadata/annotations/${annotation.replace('/', '~1')}`,
          seen: String(own),
          allowed: `${needed} or more`,
          related: [{ object: first }],
        });
      }
    }
  },
});

/** What an API server refuses the object without. */
function neededBy(world: World, { ref }: SetObject): readonly SetObject[] {
  const definition = isCustom(ref.group) ? world.view(definitionsIn).of(ref.group, ref.kind)?.object : undefined;
  const namespace =
    ref.namespace === undefined ? undefined : referencesIn(world).find('/Namespace', undefined, ref.namespace)?.object;
  return [definition, namespace]
    .filter((object) => object !== undefined)
    .filter(({ ref: own }) => own.kind !== 'Application');
}

/** Undefined for what was read from a cluster and no Application says to be its own. Plain files are taken for one Application's. */
function deliveredBy({ unit, annotations, object }: SetObject): string | undefined {
  const tracked = annotations['argocd.argoproj.io/tracking-id']?.split(':')[0];
  return unit?.id ?? tracked ?? (memberOf(object, 'metadata', 'uid') === undefined ? '' : undefined);
}

function waveOf({ annotations }: SetObject): number {
  const wave = Number(annotations[annotation] ?? 0);
  return Number.isInteger(wave) ? wave : 0;
}
