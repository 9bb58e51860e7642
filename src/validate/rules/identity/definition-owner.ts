import { textOf } from '../../../analysis/index.ts';
import type { SetObject } from '../../../analysis/index.ts';
import { componentsOn } from '../reference/components-on.ts';
import { defineRule } from '../../rule.ts';

const definitions = 'apiextensions.k8s.io/CustomResourceDefinition';

export const definitionOwner = defineRule({
  id: 'definition-owner',
  set: 'identity',
  title: 'One component alone brings the definition of a custom kind to a cluster.',
  fix: 'Keep the definition in one place: take it out of the other component, or of its chart.',
  severity: 'error',
  needs: 'fleet',
  kinds: 'every',
  checkSet(world, report) {
    const { facts } = world;
    if (facts === undefined) return;
    const firstOf = new Map<string, SetObject>();
    for (const object of world.objects)
      if (object.unit !== undefined && !firstOf.has(object.unit.id)) firstOf.set(object.unit.id, object);
    const owners = new Map<string, string>();
    for (const { unit, component } of componentsOn(world)) {
      for (const { group, kind } of component.crds) {
        const first = owners.get(`${group}/${kind}`);
        if (first === undefined) {
          owners.set(`${group}/${kind}`, unit.id);
          continue;
        }
        const object = firstOf.get(unit.id) ?? firstOf.get(first);
        if (object === undefined) continue;
        report(object, {
          messageId: 'declared-twice',
          message: `${kind}.${group} is brought to cluster ${facts.cluster.name} twice: by unit ${first} and by unit ${unit.id}`,
          pointer: '',
        });
      }
    }
    for (const object of world.ofKind(definitions)) {
      const group = textOf(object.object, 'spec', 'group') ?? '';
      const kind = textOf(object.object, 'spec', 'names', 'kind') ?? '';
      const owner = owners.get(`${group}/${kind}`);
      if (owner === undefined || object.unit === undefined || object.unit.id === owner) continue;
      report(object, {
        messageId: 'rendered-elsewhere',
        message: `unit ${object.unit.id} renders the definition of ${kind}.${group}, which unit ${owner} brings, too`,
        pointer: '/spec/names/kind',
        seen: kind,
      });
    }
  },
});
