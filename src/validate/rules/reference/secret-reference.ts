import { dataReferencesOf, podHolders } from '../../../analysis/index.ts';
import type { ServiceAccount } from '../../../schema/types/core-v1.ts';
import { defineRule } from '../../rule.ts';
import { referencesIn, want } from './ends.ts';
import { wantKeys } from './missing-keys.ts';

export const secretReference = defineRule({
  id: 'secret-reference',
  set: 'reference',
  title: 'Secrets that pods use are there, with the keys that are named.',
  fix: 'Name a Secret of the namespace and one of its keys, say `optional: true` when the pod can do without, or declare the Secret that is made outside this repository.',
  severity: 'error',
  aliases: ['kube-linter/env-value-from'],
  kinds: 'every',
  checkSet(world, report) {
    const index = referencesIn(world);
    const alone = 'hint';
    for (const from of podHolders(world)) {
      for (const { kind, name, pointer, part, keys, optional } of dataReferencesOf(from.pod)) {
        if (kind !== '/Secret' || optional) continue;
        const { namespace } = from.ref;
        const found = want(index, report, { from, part, pointer, kind, namespace, name, alone });
        if (found !== undefined) wantKeys(report, from, part, found, keys);
      }
    }
    for (const from of world.ofKind('/ServiceAccount')) {
      for (const [place, { name }] of ((from.object as ServiceAccount).imagePullSecrets ?? []).entries()) {
        if (name === undefined) continue;
        const pointer = `/imagePullSecrets/${place}/name`;
        const { namespace } = from.ref;
        want(index, report, { from, part: 'imagePullSecrets', pointer, kind: '/Secret', namespace, name, alone });
      }
    }
  },
});
