import type { SetObject } from '../../../analysis/index.ts';
import { formatObject, objectKey } from '../../../kernel/index.ts';
import { defineRule } from '../../rule.ts';

export const uniqueObject = defineRule({
  id: 'unique-object',
  set: 'identity',
  title: 'No two objects of a cluster have the same group, kind, namespace and name.',
  fix: 'Remove one of the two, or give it a name or a namespace of its own.',
  severity: 'error',
  kinds: 'every',
  checkSet(world, report) {
    const firsts = new Map<string, SetObject>();
    for (const object of world.objects) {
      const { ref } = object;
      // A server makes a name from `generateName`, and kustomize's own files are not sent to it.
      if (ref.name === '' || ref.name.endsWith('*') || ref.group === 'kustomize.config.k8s.io') continue;
      const key = objectKey(ref);
      const first = firsts.get(key);
      if (first === undefined) {
        firsts.set(key, object);
        continue;
      }
      const [one, other] = [placeOf(first), placeOf(object)];
      const owners =
        first.unit !== undefined && object.unit !== undefined && first.unit.id !== object.unit.id
          ? '; their two Applications would take it from each other'
          : '';
      report(object, {
        messageId: 'twice',
        message: `${formatObject(ref)} is there twice: in ${one} and in ${one === other ? 'it again' : other}${owners}`,
        pointer: '/metadata/name',
        seen: ref.name,
        related: [{ object: first, pointer: '/metadata/name' }],
      });
    }
  },
});

function placeOf({ unit, manifest }: SetObject): string {
  return unit === undefined ? manifest.file.path : `unit ${unit.id}`;
}
