import type { SetObject } from '../../../analysis/index.ts';
import type { Component, Fleet } from '../../../model/types.ts';
import { defineRule } from '../../rule.ts';

export const componentLifeCycle = defineRule({
  id: 'component-life-cycle',
  set: 'recommended',
  title: 'No component that is retired, or past the day on which it was to be, is on a cluster.',
  fix: 'Move to the component that replaces it, and take it off the clusters with `components.exclude` or its placement.',
  severity: 'warning',
  needs: 'fleet',
  kinds: ['argoproj.io/Application'],
  checkSet(world, report) {
    const { facts } = world;
    if (facts === undefined) return;
    const components = new Map(facts.fleet.components.map((component) => [component.name, component]));
    const units = unitsByApplication(facts.fleet);
    for (const application of world.ofKind('argoproj.io/Application')) {
      const placed = isPlatform(application) ? units.get(application.ref.name) : undefined;
      const component = placed === undefined ? undefined : components.get(placed.name);
      const ended = component === undefined ? undefined : endOf(component, facts.today);
      if (component === undefined || ended === undefined) continue;
      const { replacedBy } = component.lifecycle;
      report(application, {
        messageId: ended.messageId,
        message: `component ${component.name} ${ended.text}, and is on cluster ${placed?.cluster ?? ''}${replacedBy === undefined ? '' : `; ${replacedBy} replaces it`}`,
        pointer: '/metadata/name',
        seen: component.lifecycle.stage,
      });
    }
  },
});

function isPlatform({ unit }: SetObject): boolean {
  return unit?.kind === 'delivery' && unit.owner === 'platform';
}

/** Applications are called `<cluster>.<owner>.<unit>`. */
function unitsByApplication({
  units,
}: Fleet): ReadonlyMap<string, { readonly name: string; readonly cluster: string }> {
  return new Map(
    units
      .filter(({ ref }) => ref.kind === 'component')
      .map(({ ref }) => [`${ref.cluster}.${ref.owner}.${ref.name}`, { name: ref.name, cluster: ref.cluster }]),
  );
}

function endOf(
  { lifecycle }: Component,
  today: string | undefined,
): { readonly messageId: string; readonly text: string } | undefined {
  if (lifecycle.stage === 'retired') return { messageId: 'retired', text: 'is retired' };
  const { retireAfter } = lifecycle;
  if (retireAfter === undefined || today === undefined || retireAfter >= today) return undefined;
  return { messageId: 'overdue', text: `was to be retired after ${retireAfter}` };
}
