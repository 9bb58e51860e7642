import { dataReferencesOf, podHolders } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import { referencesIn, want } from './ends.ts';
import { wantKeys } from './missing-keys.ts';

export const configMapReference = defineRule({
  id: 'config-map-reference',
  set: 'reference',
  title: 'ConfigMaps that pods use are there, with the keys that are named.',
  fix: 'Name a ConfigMap of the namespace and one of its keys, or say `optional: true` when the pod can do without.',
  severity: 'error',
  aliases: ['kube-linter/env-value-from'],
  kinds: 'every',
  checkSet(world, report) {
    const index = referencesIn(world);
    for (const from of podHolders(world)) {
      for (const { kind, name, pointer, part, keys, optional } of dataReferencesOf(from.pod)) {
        if (kind !== '/ConfigMap' || optional) continue;
        const { namespace } = from.ref;
        const found = want(index, report, { from, part, pointer, kind, namespace, name, alone: 'hint' });
        if (found !== undefined) wantKeys(report, from, part, found, keys);
      }
    }
  },
});
