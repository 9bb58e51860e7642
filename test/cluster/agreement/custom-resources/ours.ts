import type { Check } from '../../../../src/api-server/check.ts';
import { validateObjectMeta, validateObjectMetaUpdate } from '../../../../src/api-server/meta/object-meta.ts';
import { dns1123Subdomain, pathSegmentName } from '../../../../src/formats/index.ts';
import type { JsonObject } from '../../../../src/kernel/index.ts';
import { UserError, UserErrors } from '../../../../src/kernel/index.ts';
import { judgeCustomResource } from '../../../../src/schema/index.ts';
import type { CustomResourceSchema } from '../../../../src/schema/index.ts';
import type { ObjectMeta } from '../../../../src/schema/types/meta-v1.ts';
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
  const rules = { namespaced: definition.namespaced, nameRule: dns1123Subdomain, plainFinalizers: true };
  // The server sets generation itself, and takes any managed fields.
  const { generation: _, managedFields: __, ...metadata } = (verdict.object['metadata'] ?? {}) as ObjectMeta;
  if (old === undefined) validateObjectMeta(check, metadata, rules);
  else validateObjectMetaUpdate({ ...check, old }, metadata, (old['metadata'] ?? {}) as ObjectMeta, rules);
  for (const { at, metadata: inner } of verdict.metadata) {
    const { name = 'any', namespace } = inner as ObjectMeta;
    const embedded = { namespaced: namespace !== undefined, nameRule: pathSegmentName, plainFinalizers: true, at };
    validateObjectMeta(check, { ...inner, name }, embedded);
  }
  return { errors: [...verdict.errors, ...check.errors] };
}
