import { UserError } from '../kernel/index.ts';
import type { Fleet, Unit } from '../model/types.ts';
import type { Scope } from '../rendered/index.ts';
import { nearest } from '../scaffold/index.ts';
import type { Selection } from './types.ts';

export interface Selected {
  readonly units: readonly Unit[];
  /** The part of `dist/` that these units are complete for. */
  readonly scope: Scope;
}

/** The units that a command works on. Throws UserError `unknown-environment`, `unknown-cluster`, `unknown-unit`, `empty-selection`. */
export function selectUnits(fleet: Fleet, selection: Selection = {}): Selected {
  const { environment, cluster, unit } = selection;
  known('environment', environment, fleet.environments);
  known('cluster', cluster, fleet.clusters);
  const units = fleet.units.filter(
    ({ ref }) =>
      (environment === undefined || ref.environment === environment) &&
      (cluster === undefined || ref.cluster === cluster) &&
      (unit === undefined || isNamed(ref, unit)),
  );
  if (unit !== undefined) {
    if (units.length === 0) throw unknownUnit(unit, fleet);
    return { units, scope: units.map(({ ref }) => ref.id) };
  }
  if (cluster !== undefined) {
    // A hub has folders in every environment that it delivers.
    const environments = environment === undefined ? fleet.environments.map(({ name }) => name) : [environment];
    if (environment !== undefined && units.length === 0) throw emptySelection(environment, cluster, fleet);
    return { units, scope: environments.map((name) => `${name}/${cluster}`) };
  }
  return { units, scope: environment === undefined ? undefined : [environment] };
}

/** A unit's id, its `<owner>/<name>`, or its name alone. */
export function isNamed(ref: Unit['ref'], name: string): boolean {
  return ref.id === name || `${ref.owner}/${ref.name}` === name || ref.name === name;
}

function known(what: string, name: string | undefined, all: readonly { readonly name: string }[]): void {
  if (name === undefined || all.some((one) => one.name === name)) return;
  const names = all.map((one) => one.name);
  throw new UserError({
    code: `unknown-${what}`,
    message: `There is no ${what} "${name}".`,
    hint: `${nearest(name, names)}Declared: ${names.join(', ')}.`,
  });
}

function emptySelection(environment: string, cluster: string, fleet: Fleet): UserError {
  const all = fleet.units.filter(({ ref }) => ref.cluster === cluster).map(({ ref }) => ref.environment);
  return new UserError({
    code: 'empty-selection',
    message: `Environment "${environment}" has no units on cluster "${cluster}".`,
    hint: `Units of this cluster are in: ${[...new Set(all)].toSorted().join(', ') || 'no environment'}. Give one of these, or leave out one of the two options.`,
  });
}

function unknownUnit(name: string, fleet: Fleet): UserError {
  const names = fleet.units.flatMap(({ ref }) => [ref.id, `${ref.owner}/${ref.name}`, ref.name]);
  return new UserError({
    code: 'unknown-unit',
    message: `No unit is called "${name}".`,
    hint: `${nearest(name, names)}A unit is given by its id, its name, or <owner>/<name>; \`keelson list units\` shows all of them.`,
  });
}
