import { isDefined, type Defined } from '../declare/index.ts';
import type { Recipe } from '../model/types.ts';
import type { Modules } from './evaluate.ts';

/** The definition that a recipe names; undefined when there is none, as for recipes of the engine. */
export function definedAt(modules: Modules, recipe: Recipe): Defined | undefined {
  const value = modules.get(recipe.module)?.[recipe.export];
  return isDefined(value) ? value : undefined;
}
