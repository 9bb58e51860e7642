import type { StatefulSet } from '../../../schema/types/apps-v1.ts';
import type { PersistentVolume, PersistentVolumeClaimSpec } from '../../../schema/types/core-v1.ts';
import { podHolders } from '../../../analysis/index.ts';
import type { SetObject, World } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import type { ReportOn } from '../../rule.ts';
import { referencesIn, want } from './ends.ts';

export const claimClass = defineRule({
  id: 'claim-class',
  set: 'reference',
  title: 'The storage class of a claim, of a claim template and of a volume is there.',
  fix: 'Name a StorageClass of the cluster, or declare the one that the cluster comes with.',
  severity: 'error',
  kinds: 'every',
  checkSet(world, report) {
    for (const from of world.ofKind('/PersistentVolumeClaim'))
      check(world, report, from, from.object['spec'] as PersistentVolumeClaimSpec, '/spec');
    for (const from of world.ofKind('apps/StatefulSet')) {
      const templates = (from.object as StatefulSet).spec?.volumeClaimTemplates ?? [];
      for (const [place, { spec }] of templates.entries())
        check(world, report, from, spec, `/spec/volumeClaimTemplates/${place}/spec`);
    }
    for (const from of podHolders(world)) {
      for (const [place, { ephemeral }] of (from.pod.spec.volumes ?? []).entries()) {
        const spec = ephemeral?.volumeClaimTemplate?.spec;
        const pointer = `${from.pod.pointer}/spec/volumes/${place}/ephemeral/volumeClaimTemplate/spec`;
        check(world, report, from, spec, pointer);
      }
    }
  },
});

function check(
  world: World,
  report: ReportOn,
  from: SetObject,
  spec: PersistentVolumeClaimSpec | undefined,
  place: string,
): void {
  const index = referencesIn(world);
  for (const [field, kind] of [
    ['storageClassName', 'storage.k8s.io/StorageClass'],
    ['volumeAttributesClassName', 'storage.k8s.io/VolumeAttributesClass'],
  ] as const) {
    const name = spec?.[field];
    // An empty name asks for a volume without class; a volume that is there may have a class that is a name alone.
    if (name === undefined || name === '') continue;
    if (field === 'storageClassName' && world.view(classesOfVolumes).has(name)) continue;
    want(index, report, {
      from,
      part: field,
      pointer: `${place}/${field}`,
      kind,
      namespace: undefined,
      name,
      alone: 'never',
    });
  }
}

function classesOfVolumes(world: World): ReadonlySet<string | undefined> {
  return new Set(
    world.ofKind('/PersistentVolume').map(({ object }) => (object as PersistentVolume).spec?.storageClassName),
  );
}
