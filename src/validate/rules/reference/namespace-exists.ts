import type { SetObject } from '../../../analysis/index.ts';
import { formatObject } from '../../../kernel/index.ts';
import { defineRule } from '../../rule.ts';
import { nearestOf, placeOf, referencesIn } from './ends.ts';

export const namespaceExists = defineRule({
  id: 'namespace-exists',
  set: 'reference',
  title: 'The namespace of every object is there.',
  fix: 'Add a Namespace, correct the name, or declare the namespace that is made outside this repository.',
  severity: 'error',
  kinds: 'every',
  checkSet(world, report) {
    const index = referencesIn(world);
    // Plain files are often for a namespace that is there already.
    if (world.facts === undefined && !index.brings('/Namespace')) return;
    const missing = new Map<string, SetObject[]>();
    for (const object of world.objects) {
      const { namespace } = object.ref;
      if (namespace === undefined) continue;
      const key = `${object.unit?.id ?? ''} ${namespace}`;
      const known = missing.get(key);
      if (known !== undefined) known.push(object);
      else if (index.find('/Namespace', undefined, namespace) === undefined) missing.set(key, [object]);
    }
    for (const [first, ...others] of missing.values()) {
      const namespace = first?.ref.namespace;
      if (first === undefined || namespace === undefined) continue;
      const near = nearestOf(index, '/Namespace', undefined, namespace);
      const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
      report(first, {
        messageId: 'missing',
        message: `${formatObject(first.ref)}${more} is in Namespace ${namespace}, which ${placeOf(world)} not have`,
        pointer: '/metadata/namespace',
        seen: namespace,
        ...(near.length === 0 ? {} : { allowed: near.join(', ') }),
      });
    }
  },
});
