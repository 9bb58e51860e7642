import { textOf } from '../../../analysis/index.ts';
import type { PersistentVolumeClaim } from '../../../schema/types/core-v1.ts';
import { defineRule } from '../../rule.ts';
import { referencesIn, want } from './ends.ts';

export const claimSource = defineRule({
  id: 'claim-source',
  set: 'reference',
  title: 'The volume that a claim names, and what it copies from, are there.',
  fix: 'Name a PersistentVolume of the cluster, or a snapshot or claim of the namespace; leave `volumeName` out to be given one.',
  severity: 'error',
  kinds: ['/PersistentVolumeClaim'],
  checkSet(world, report) {
    const index = referencesIn(world);
    for (const from of world.ofKind('/PersistentVolumeClaim')) {
      const { spec } = from.object as PersistentVolumeClaim;
      const alone = 'never';
      if (spec?.volumeName !== undefined && spec.volumeName !== '') {
        const pointer = '/spec/volumeName';
        const kind = '/PersistentVolume';
        want(index, report, {
          from,
          part: 'volumeName',
          pointer,
          kind,
          namespace: undefined,
          name: spec.volumeName,
          alone,
        });
      }
      for (const field of ['dataSource', 'dataSourceRef'] as const) {
        const source = spec?.[field];
        const name = source?.name;
        if (source === undefined || name === undefined) continue;
        const kind = `${source.apiGroup ?? ''}/${source.kind ?? ''}`;
        const namespace = textOf(source, 'namespace') ?? from.ref.namespace;
        want(index, report, { from, part: field, pointer: `/spec/${field}/name`, kind, namespace, name, alone });
      }
    }
  },
});
