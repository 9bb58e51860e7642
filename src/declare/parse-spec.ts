import type { z } from 'zod';
import type { JsonObject } from '../kernel/index.ts';
import type { ParsedSpec } from '../model/types.ts';
import { isJsonObject, toPlain } from './plain.ts';
import { problemsOf } from './problems.ts';

/** Runs an app kind's schema over a `spec`. Pointers are relative to the spec. */
export function parseSpec(schema: z.ZodType, spec: JsonObject): ParsedSpec {
  const parsed = schema.safeParse(spec);
  if (!parsed.success) return { ok: false, issues: problemsOf(schema, spec, parsed.error.issues) };
  const plain = toPlain(parsed.data);
  if (plain.problems.length > 0) return { ok: false, issues: plain.problems };
  if (isJsonObject(plain.value)) return { ok: true, value: plain.value };
  return {
    ok: false,
    issues: [
      {
        pointer: '',
        message: 'the schema of the app kind gives no object',
        hint: 'Use `z.strictObject({...})` as `schema`.',
      },
    ],
  };
}
