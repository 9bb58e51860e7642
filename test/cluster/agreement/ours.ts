import { existsSync, readdirSync } from 'node:fs';
import type { Check, FieldError } from '../../../src/api-server/check.ts';
import type { KindValidation } from '../../../src/api-server/kind-validation.ts';
import { UserError, UserErrors } from '../../../src/kernel/index.ts';
import { builtInKind, decode } from '../../../src/schema/index.ts';
import { readYaml } from '../../../src/yaml/index.ts';

export interface OurAnswer {
  readonly errors: readonly Pick<FieldError, 'type' | 'field' | 'detail'>[];
}

type Metadata = typeof import('../../../src/api-server/meta/object-meta.ts');

const root = new URL('../../../src/api-server/', import.meta.url);
const kinds = new Map<string, KindValidation>();
for (const folder of readdirSync(root)) {
  const file = new URL(`${folder}/index.ts`, root);
  if (!existsSync(file)) continue;
  try {
    const module = (await import(file.href)) as Readonly<Record<string, unknown>>;
    for (const list of Object.values(module).filter(Array.isArray)) {
      for (const one of list as readonly KindValidation[]) kinds.set(`${one.group}/${one.kind}`, one);
    }
  } catch (error) {
    process.stderr.write(`${folder}/index.ts: ${String(error)}\n`);
  }
}
const metaFile = new URL('meta/object-meta.ts', root);
let metadata: Metadata | undefined;
if (existsSync(metaFile)) {
  const module = (await import(metaFile.href)) as Metadata;
  metadata = module;
}

/** What Keelson says about the text of one object. */
export function judgeOurselves(text: string, minor: number): OurAnswer {
  let read: unknown;
  try {
    read = readYaml(text, { file: 'object.json' })[0]?.value;
  } catch (error) {
    const errors = error instanceof UserErrors ? error.errors : error instanceof UserError ? [error] : undefined;
    if (errors === undefined) throw error;
    return { errors: errors.map(({ message }) => ({ type: 'invalid', field: '', detail: message })) };
  }
  const { apiVersion, kind } = read as { apiVersion: string; kind: string };
  const built = builtInKind(apiVersion, kind, minor);
  if (built === undefined) return { errors: [] };
  const { object, errors } = decode(read, built.type, minor);
  if (errors.length > 0) return { errors: errors as OurAnswer['errors'] };
  const check: Check = { minor, errors: [] };
  const group = apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';
  const validation = kinds.get(`${group}/${kind}`);
  if (validation === undefined) return { errors: [] };
  metadata?.validateObjectMeta(
    check,
    (object as { metadata?: object }).metadata,
    metadata.metadataRulesOf(validation, built.namespaced),
  );
  validation.validate(check, object);
  return { errors: check.errors };
}
