import { UserError, UserErrors, type Location } from '../kernel/index.ts';
import type { Unit } from '../model/types.ts';
import { frameOfError, type UserCode } from './frames.ts';
import type { Recording } from './provenance.ts';

/**
 * What a throwing recipe becomes: a UserError with unit, construct path and the user's line. An error that no user code had a
 * part in (a bug in an engine recipe) stays what it is.
 */
export function buildFailure(error: unknown, unit: Unit, recording: Recording, code: UserCode): unknown {
  if (error instanceof UserErrors) return error;
  const path = constructPathOf(recording.last);
  if (error instanceof UserError) return withUnit(error, unit, path);
  const frame = frameOfError(error, code);
  if (frame === undefined && unit.recipe.module.startsWith('keelson:')) return error;
  const text = error instanceof Error ? error.message : `something that is no Error: ${String(error)}`;
  const at = path === undefined ? '' : ` at construct ${path}`;
  const location: Location = (frame === undefined ? undefined : code.locate(frame)) ?? unit.declared;
  return new UserError({
    code: 'construct-failed',
    message: `building ${unit.ref.id} failed${at}: ${text}`,
    hint: hintFor(text),
    location,
  });
}

/** What to do about errors that the libraries or the language word for somebody else. */
function hintFor(text: string): string {
  if (text.startsWith('There is already a Construct with name ')) {
    return 'Constructs of one scope need different ids: the second argument. No name of an object derives from it.';
  }
  if (/^Cannot (?:assign to read only|add|delete|define) property /.test(text)) {
    return 'Constructs only read `input`, it is frozen: copy what you want to change.';
  }
  return 'Correct the code at this line, or what it gives to the construct that throws.';
}

/** The path without the chart that stands for the unit. */
export function constructPathOf(path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  const inside = path.split('/').slice(1).join('/');
  return inside === '' ? undefined : inside;
}

/** The same error, its message begun with the unit unless it names it already. */
function withUnit(error: UserError, unit: Unit, path: string | undefined): UserError {
  const where = path === undefined ? unit.ref.id : `${unit.ref.id}, construct ${path}`;
  return new UserError({
    code: error.code,
    message: error.message.includes(unit.ref.id) ? error.message : `${error.message} (in ${where})`,
    ...(error.hint === undefined ? {} : { hint: error.hint }),
    location: error.location ?? unit.declared,
  });
}
