import { formatLocation, UserError } from '../kernel/index.ts';
import type { UnitOutcome } from '../synth/index.ts';

/** Further units that are named; the rest is counted. */
const shownUnits = 3;

interface Folded {
  readonly error: UserError;
  readonly others: string[];
}

/** The errors of all units. One mistake in a recipe shows in every unit that it renders: it is told once, with the units it spoils. */
export function foldErrors(outcomes: readonly Pick<UnitOutcome, 'unit' | 'errors'>[]): readonly UserError[] {
  const found = new Map<string, Folded>();
  for (const { unit, errors } of outcomes) {
    for (const error of errors) {
      const place = error.location === undefined ? '' : formatLocation(error.location);
      const key = `${place} ${error.code} ${error.message.replaceAll(unit, '')}`;
      const first = found.get(key);
      if (first === undefined) found.set(key, { error, others: [] });
      else first.others.push(unit);
    }
  }
  return [...found.values()].map(withOthers);
}

function withOthers({ error, others }: Folded): UserError {
  if (others.length === 0) return error;
  const more = others.length - shownUnits;
  const units = others.length === 1 ? 'another unit' : `${others.length} more units`;
  return new UserError({
    code: error.code,
    message: `${error.message}; and so in ${units}: ${others.slice(0, shownUnits).join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    ...(error.hint === undefined ? {} : { hint: error.hint }),
    ...(error.location === undefined ? {} : { location: error.location }),
  });
}
