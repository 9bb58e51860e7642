import type { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { buildDelivery, buildRoot } from '../constructs/delivery/index.ts';
import type { Modules } from '../load/index.ts';
import { definedAt } from '../load/index.ts';
import type { DeliveryInput, Recipe, RootInput, TenantInput, UnitInput } from '../model/types.ts';
import type { Recipes } from '../synth/index.ts';

type Build = (scope: Chart, input: UnitInput) => unknown;

/** The engine's own recipes. */
const ownRecipes: Readonly<Record<string, Build>> = {
  'keelson:delivery#buildDelivery': (scope, input) => buildDelivery(scope, input as DeliveryInput),
  'keelson:root#buildRoot': (scope, input) => buildRoot(scope, input as RootInput),
};

/** Finds a recipe's function in the evaluated bundle. A recipe that is not there is a bug: the model names only what it saw. */
export function recipesIn(modules: Modules): Recipes {
  function method(recipe: Recipe, name: 'build' | 'contribute'): (scope: Construct, input: UnitInput) => unknown {
    const value: unknown = definedAt(modules, recipe)?.value;
    const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
    if (typeof found === 'function') return (scope, input) => Reflect.apply(found, value, [scope, input]);
    throw new Error(`${recipe.module} exports no ${recipe.export} with a ${name} function`);
  }
  return {
    build: (recipe) => ownRecipes[`${recipe.module}#${recipe.export}`] ?? method(recipe, 'build'),
    contribute: (recipe): ((scope: Construct, input: TenantInput) => unknown) => method(recipe, 'contribute'),
  };
}
