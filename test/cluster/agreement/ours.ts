import { existsSync, readdirSync } from 'node:fs';
import type { Check, FieldError } from '../../../src/api-server/check.ts';
import type { KindValidation } from '../../../src/api-server/kind-validation.ts';
import { validateObject, validateObjectUpdate } from '../../../src/api-server/validate-object.ts';
import type { JsonObject } from '../../../src/kernel/index.ts';
import { UserError, UserErrors } from '../../../src/kernel/index.ts';
import { builtInKind, decode } from '../../../src/schema/index.ts';
import { readYaml } from '../../../src/yaml/index.ts';

export interface OurAnswer {
  readonly errors: readonly Pick<FieldError, 'type' | 'field' | 'detail'>[];
}

const root = new URL('../../../src/api-server/', import.meta.url);
const kinds: KindValidation[] = [];
for (const folder of readdirSync(root)) {
  const file = new URL(`${folder}/index.ts`, root);
  if (!existsSync(file)) continue;
  try {
    const module = (await import(file.href)) as Readonly<Record<string, unknown>>;
    for (const list of Object.values(module).filter(Array.isArray)) {
      kinds.push(...(list as readonly KindValidation[]));
    }
  } catch (error) {
    process.stderr.write(`${folder}/index.ts: ${String(error)}\n`);
  }
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
  const [group, version] = apiVersion.includes('/') ? apiVersion.split('/') : ['', apiVersion];
  const validation = kinds.find(
    (one) => one.group === group && one.kind === kind && (one.versions?.includes(version ?? '') ?? true),
  );
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
