import { itemsOf, textOf } from '../../../analysis/index.ts';
import { parseApiVersion } from '../../../kernel/index.ts';
import { defineRule } from '../../rule.ts';
import { referencesIn, want } from './ends.ts';

export const ownerExists = defineRule({
  id: 'owner-exists',
  set: 'reference',
  title: 'The owner that an object names is there: without it the object is collected as garbage.',
  fix: 'Remove `ownerReferences`: they are for controllers, which know the uid of what they made.',
  severity: 'error',
  aliases: ['monokle/LNK003'],
  kinds: 'every',
  checkSet(world, report) {
    const index = referencesIn(world);
    for (const from of world.objects) {
      for (const [place, owner] of itemsOf(from.object, 'metadata', 'ownerReferences')) {
        const name = textOf(owner, 'name');
        if (name === undefined) continue;
        const kind = `${parseApiVersion(textOf(owner, 'apiVersion') ?? '').group}/${textOf(owner, 'kind') ?? ''}`;
        const pointer = `/metadata/ownerReferences/${place}/name`;
        want(index, report, {
          from,
          part: 'ownerReferences',
          pointer,
          kind,
          namespace: from.ref.namespace,
          name,
          alone: 'never',
        });
      }
    }
  },
});
