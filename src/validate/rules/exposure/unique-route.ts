import { servedPaths } from '../../../analysis/index.ts';
import type { ServedPath } from '../../../analysis/index.ts';
import { objectKey } from '../../../kernel/index.ts';
import { defineRule } from '../../rule.ts';

export const uniqueRoute = defineRule({
  id: 'unique-route',
  set: 'recommended',
  title: 'Each host and path is answered by one Ingress or route.',
  fix: 'Give one of the two another host or path, or remove it.',
  severity: 'error',
  kinds: ['networking.k8s.io/Ingress', 'gateway.networking.k8s.io/HTTPRoute'],
  checkSet(world, report) {
    /** Examples that are alternatives to each other lie side by side in plain files. */
    const severity = world.facts === undefined ? 'warning' : 'error';
    const firsts = new Map<string, ServedPath>();
    const byHost = new Map<string, ServedPath>();
    for (const served of servedPaths(world)) {
      const { object, pointer, host, path, server } = served;
      const key = `${server}\n${host}\n${path}`;
      const first = firsts.get(key);
      const other = host === '' ? undefined : byHost.get(`${host}\n${path}`);
      const names = `${host === '' ? 'every host' : host}, path ${path}`;
      if (first === undefined) firsts.set(key, served);
      if (other === undefined) byHost.set(`${host}\n${path}`, served);
      if (first !== undefined && !isRepeated(first, served)) {
        report(object, {
          messageId: first.object === object ? 'twice' : 'taken',
          message: `${object.ref.kind} ${object.ref.name} answers ${names}, which ${nameOf(first)} answers already`,
          pointer,
          seen: names,
          severity,
          related: [{ object: first.object, pointer: first.pointer }],
        });
      } else if (first === undefined && other !== undefined && other.object.ref.kind !== object.ref.kind) {
        report(object, {
          messageId: 'two-apis',
          message: `${object.ref.kind} ${object.ref.name} answers ${names}, and so does ${nameOf(other)}: the name leads to one of the two`,
          pointer,
          seen: names,
          severity: world.facts === undefined ? 'info' : 'warning',
          related: [{ object: other.object, pointer: other.pointer }],
        });
      }
    }
  },
});

/** The same object in two files is another rule's, and so is a parent that is named twice. */
function isRepeated(first: ServedPath, second: ServedPath): boolean {
  if (first.object === second.object) return first.pointer === second.pointer;
  return objectKey(first.object.ref) === objectKey(second.object.ref);
}

function nameOf({ object: { ref } }: ServedPath): string {
  return `${ref.kind} ${ref.namespace === undefined ? '' : `${ref.namespace}/`}${ref.name}`;
}
