import type { Check } from '../../../../src/api-server/check.ts';
import { validateCustomMetadata } from '../../../../src/api-server/meta/custom-metadata.ts';
import type { JsonObject } from '../../../../src/kernel/index.ts';
import { UserError, UserErrors } from '../../../../src/kernel/index.ts';
import { judgeCustomResource } from '../../../../src/schema/index.ts';
import type { CustomResourceSchema } from '../../../../src/schema/index.ts';
import { readYaml } from '../../../../src/yaml/index.ts';
import type { OurAnswer } from '../ours.ts';

/** What Keelson says about the text of one custom resource; about its change, when there is an old one. */
export function judgeCustom(
  text: string,
  definition: CustomResourceSchema,
  minor: number,
  old?: JsonObject,
): OurAnswer {
  let value: unknown;
  try {
    value = readYaml(text, { file: 'object.json' })[0]?.value;
  } catch (error) {
    const errors = error instanceof UserErrors ? error.errors : error instanceof UserError ? [error] : undefined;
    if (errors === undefined) throw error;
    return { errors: errors.map(({ message }) => ({ type: 'invalid', field: '', detail: message })) };
  }
  const verdict = judgeCustomResource(value as JsonObject, definition, minor, old);
  const check: Check = { minor, errors: [] };
  validateCustomMetadata(check, verdict, old, definition);
  return { errors: [...verdict.errors, ...check.errors] };
}
