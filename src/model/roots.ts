import type { UnitRef } from '../kernel/index.ts';
import { unitId } from '../kernel/index.ts';
import type { Recipe, Unit } from './fleet.ts';
import { frozenJson } from './frozen.ts';
import type { Clusters, Environments } from './known.ts';
import type { RootInput } from './unit-input.ts';
import { deliveryWave } from './waves.ts';

const recipe: Recipe = { module: 'keelson:root', export: 'buildRoot' };

/** Per hub the unit that finds all delivery folders; it lists none of them, so it never changes when one comes or goes. */
export function rootUnits(environments: Environments, clusters: Clusters): readonly Unit[] {
  return [...clusters.values()].flatMap(({ noun, declaration }) => {
    const environment = environments.get(noun.environment)?.noun;
    if (!noun.isHub || noun.delivery === undefined || environment === undefined) return [];
    const ref: UnitRef = {
      id: unitId(environment.name, noun.name, 'platform', 'root'),
      environment: environment.name,
      cluster: noun.name,
      name: 'root',
      kind: 'root',
      owner: 'platform',
    };
    const { repository, revision } = noun.delivery;
    const input: RootInput = frozenJson({
      unit: ref,
      environment,
      hub: noun,
      repository: { url: repository, revision },
    });
    return [{ ref, wave: deliveryWave, requires: [], recipe, input, declared: declaration.declared, hasObjects: true }];
  });
}
