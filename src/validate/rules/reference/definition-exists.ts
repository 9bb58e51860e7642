import type { SetObject } from '../../../analysis/index.ts';
import { formatObject } from '../../../kernel/index.ts';
import { defineRule } from '../../rule.ts';
import { definitionsIn, isCustom } from './definitions.ts';
import { placeOf } from './ends.ts';

export const definitionExists = defineRule({
  id: 'definition-exists',
  set: 'reference',
  title: 'The cluster has the definition of every custom kind that it gets objects of.',
  fix: 'Put the component that brings the definition on the cluster, list the kind in its `crds`, or declare the CustomResourceDefinition to be there.',
  severity: 'error',
  kinds: 'every',
  checkSet(world, report) {
    const definitions = world.view(definitionsIn);
    const missing = new Map<string, SetObject[]>();
    for (const object of world.objects) {
      const { group, kind } = object.ref;
      if (!isCustom(group)) continue;
      const key = `${object.unit?.id ?? ''} ${group}/${kind}`;
      const known = missing.get(key);
      if (known !== undefined) known.push(object);
      // Plain files of an operator's kinds rarely have its definitions, too; some but not this one is a mistake.
      else if (definitions.of(group, kind) === undefined && (world.facts !== undefined || definitions.hasGroup(group)))
        missing.set(key, [object]);
    }
    for (const [first, ...others] of missing.values()) {
      if (first === undefined) continue;
      const { group, kind } = first.ref;
      const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
      report(first, {
        messageId: 'missing',
        message: `${formatObject(first.ref)}${more} needs the CustomResourceDefinition of ${kind}.${group}, which ${placeOf(world)} not have`,
        pointer: '/kind',
        seen: kind,
      });
    }
  },
});
