import type { JSONSchemaProps, SelectableField } from '../../schema/types/apiextensions-v1.ts';
import { followPath } from '../../schema/index.ts';
import type { JsonSchema } from '../../schema/index.ts';
import { duplicate, invalid, required, tooMany } from '../check.ts';
import type { Check } from '../check.ts';
import { child, formatField, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';

const most = 8;
const selectable: ReadonlySet<string> = new Set(['string', 'boolean', 'integer']);

export function validateSelectableFields(
  check: Check,
  fields: readonly SelectableField[],
  schema: JSONSchemaProps | undefined,
  at: FieldPath,
): void {
  if (fields.length === 0) return;
  if (schema === undefined) {
    invalid(check, at, undefined, 'needs a schema that has the fields');
    return;
  }
  const seen = new Set<string>();
  for (const [position, { jsonPath = '' }] of fields.entries()) {
    const place = child(index(at, position), 'jsonPath');
    const found = jsonPath.includes('[') ? undefined : followPath(jsonPath, schema as JsonSchema);
    if (jsonPath === '') required(check, place);
    else if (found === undefined) invalid(check, place, jsonPath, 'must lead to a field of the schema: .spec.colour');
    else {
      const field = formatField(found.at);
      if (/^metadata(?:\.|$)/.test(field)) invalid(check, place, jsonPath, 'may not lead to metadata');
      if (!selectable.has(found.schema.type ?? '')) {
        invalid(check, place, jsonPath, 'must lead to a string, a boolean or an integer');
      }
      if (seen.has(field)) duplicate(check, place, jsonPath);
      seen.add(field);
    }
  }
  if (seen.size > most) tooMany(check, at, seen.size, most);
}
