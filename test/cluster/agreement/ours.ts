import {
  findKindValidation,
  validateObject,
  validateObjectUpdate,
  type Check,
  type FieldError,
} from '../../../src/api-server/index.ts';
import { UserError, UserErrors, type JsonObject } from '../../../src/kernel/index.ts';
import { builtInKind, decode } from '../../../src/schema/index.ts';
import { readYaml } from '../../../src/yaml/index.ts';

export interface OurAnswer {
  readonly errors: readonly Pick<FieldError, 'type' | 'field' | 'detail'>[];
}

/** What Keelson says about the text of one object; about its change, when there is an old one. */
export function judgeOurselves(text: string, minor: number, old?: JsonObject): OurAnswer {
  const read = readObject(text);
  if ('errors' in read) return read;
  const { apiVersion, kind } = read.object as { apiVersion: string; kind: string };
  const built = builtInKind(apiVersion, kind, minor);
  if (built === undefined) return { errors: [] };
  const { object, errors } = decode(read.object, built.type, minor);
  if (errors.length > 0) return { errors };
  const validation = findKindValidation(apiVersion, kind);
  if (validation === undefined) return { errors: [] };
  const check: Check = { minor, errors: [] };
  if (old === undefined) validateObject(check, object, validation, built);
  else validateObjectUpdate(check, object, decode(old, built.type, minor).object, validation, built);
  return { errors: check.errors };
}

function readObject(text: string): OurAnswer | { readonly object: unknown } {
  try {
    return { object: readYaml(text, { file: 'object.json' })[0]?.value };
  } catch (error) {
    const errors = error instanceof UserErrors ? error.errors : error instanceof UserError ? [error] : undefined;
    if (errors === undefined) throw error;
    return { errors: errors.map(({ message }) => ({ type: 'invalid', field: '', detail: message })) };
  }
}
