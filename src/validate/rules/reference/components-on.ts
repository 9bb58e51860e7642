import type { World } from '../../../analysis/index.ts';
import type { UnitRef } from '../../../kernel/index.ts';
import type { Component } from '../../../model/types.ts';

export interface PlacedComponent {
  readonly unit: UnitRef;
  readonly component: Component;
}

/** The components on the world's cluster; none for plain files. */
export function componentsOn({ facts }: World): readonly PlacedComponent[] {
  if (facts === undefined) return [];
  return facts.fleet.units.flatMap(({ ref, input }) =>
    'component' in input && ref.cluster === facts.cluster.name ? [{ unit: ref, component: input.component }] : [],
  );
}
