import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'vitest';
import { projectRoot } from '../support/keelson.ts';

const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, strictTypes: false });

/** Reads what `--json` printed: exactly one document and a newline, valid by the schema that it names. */
export function readDocument(text: string): Record<string, unknown> {
  expect(text.endsWith('}\n')).toBe(true);
  const document = JSON.parse(text) as Record<string, unknown>;
  const command = /^keelson\.dev\/([a-z-]+)\/v1$/.exec(String(document['schema']))?.[1];
  if (command === undefined) throw new Error(`no document of ours: ${String(document['schema'])}`);
  const file = join(projectRoot, `docs/schemas/${command}.v1.json`);
  const schema = JSON.parse(readFileSync(file, 'utf8')) as { readonly $id: string };
  const validate = ajv.getSchema(schema.$id) ?? ajv.compile(schema);
  if (!validate(document)) throw new Error(JSON.stringify(validate.errors, null, 2));
  return document;
}
