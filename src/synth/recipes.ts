import type { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Recipe, TenantInput, UnitInput } from '../model/types.ts';

/**
 * Which code stands behind a recipe: exports of the user's bundle, or the engine's own. Throws for one that does not exist.
 * What the functions return is looked at: a promise is refused.
 */
export interface Recipes {
  build(recipe: Recipe): (scope: Chart, input: UnitInput) => unknown;
  /** The `contribute` of a component. */
  contribute(recipe: Recipe): (scope: Construct, input: TenantInput) => unknown;
}
