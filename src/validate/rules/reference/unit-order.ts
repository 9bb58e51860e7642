import type { SetObject, World } from '../../../analysis/index.ts';
import type { UnitRef } from '../../../kernel/index.ts';
import { formatObject } from '../../../kernel/index.ts';
import { defineRule } from '../../rule.ts';
import { definitionsIn, isCustom } from './definitions.ts';
import { nounOf, referencesIn } from './ends.ts';
import { orderOf } from './unit-sequence.ts';

export const unitOrder = defineRule({
  id: 'unit-order',
  set: 'reference',
  title: 'A unit that brings what another unit cannot be created without is synced before it.',
  fix: 'Require a capability of the unit that comes first, so that it gets an earlier wave, or commit and sync it before the other.',
  severity: 'error',
  needs: 'fleet',
  kinds: 'every',
  checkSet(world, report) {
    if (world.facts === undefined) return;
    const order = orderOf(world.facts.fleet);
    const said = new Set<string>();
    for (const object of world.objects) {
      const { unit } = object;
      if (unit === undefined) continue;
      for (const { what, owner, object: first } of neededBy(world, object)) {
        const key = `${unit.id} ${owner.id} ${what}`;
        if (owner.id === unit.id || said.has(key) || order(owner, unit)) continue;
        said.add(key);
        report(object, {
          messageId: 'not-before',
          message: `${formatObject(object.ref)} of unit ${unit.id} needs ${what}, which unit ${owner.id} brings, and nothing says that that one comes first`,
          pointer: '',
          seen: unit.id,
          allowed: `after ${owner.id}`,
          ...(first === undefined ? {} : { related: [{ object: first }] }),
        });
      }
    }
  },
});

interface Need {
  readonly what: string;
  readonly owner: UnitRef;
  readonly object?: SetObject | undefined;
}

/** What an API server refuses the object, or its pods, without. */
function neededBy(world: World, { ref, pod }: SetObject): readonly Need[] {
  const index = referencesIn(world);
  const needs: Need[] = [];
  const add = (kind: string, namespace: string | undefined, name: string | undefined): void => {
    if (name === undefined || name === '') return;
    const { origin, object } = index.find(kind, namespace, name) ?? {};
    if (origin !== 'set' || object?.unit === undefined) return;
    needs.push({ what: nounOf(kind, namespace, name), owner: object.unit, object });
  };
  if (isCustom(ref.group)) {
    const definition = world.view(definitionsIn).of(ref.group, ref.kind);
    const what = `the definition of ${ref.kind}.${ref.group}`;
    if (definition?.unit !== undefined) needs.push({ what, owner: definition.unit, object: definition.object });
  }
  add('/Namespace', undefined, ref.namespace);
  add('scheduling.k8s.io/PriorityClass', undefined, pod?.spec.priorityClassName);
  add('node.k8s.io/RuntimeClass', undefined, pod?.spec.runtimeClassName);
  add('/ServiceAccount', ref.namespace, pod?.spec.serviceAccountName);
  return needs;
}
