import type { JsonSchema } from '../crd/json-schema.ts';

type Keyword = keyof JsonSchema;

/** Facts: names, types, enums, defaults, list keys. */
const facts: readonly Keyword[] = [
  'type',
  'format',
  'nullable',
  'enum',
  'default',
  'x-kubernetes-int-or-string',
  'x-kubernetes-preserve-unknown-fields',
  'x-kubernetes-embedded-resource',
  'x-kubernetes-list-type',
  'x-kubernetes-list-map-keys',
  'x-kubernetes-map-type',
];

/** What else decides something. */
const constraints: readonly Keyword[] = [
  'required',
  'minProperties',
  'maxProperties',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minLength',
  'maxLength',
  'pattern',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'x-kubernetes-validations',
];

const branches: readonly ('allOf' | 'anyOf' | 'oneOf')[] = ['allOf', 'anyOf', 'oneOf'];

/** A schema without descriptions and examples; with `factsOnly` without constraints and rules, too. Members are sorted. */
export function condensed(schema: JsonSchema, factsOnly: boolean): JsonSchema {
  const kept: Record<string, unknown> = {};
  for (const keyword of factsOnly ? facts : [...facts, ...constraints]) {
    if (schema[keyword] !== undefined) kept[keyword] = schema[keyword];
  }
  const { properties, additionalProperties, items, not } = schema;
  if (!factsOnly) {
    for (const branch of branches) {
      const schemas = schema[branch];
      if (schemas !== undefined) kept[branch] = schemas.map((one) => condensed(one, false));
    }
    if (not !== undefined) kept['not'] = condensed(not, false);
  }
  if (items !== undefined) kept['items'] = condensed(items, factsOnly);
  if (typeof additionalProperties === 'object') {
    kept['additionalProperties'] = condensed(additionalProperties, factsOnly);
  } else if (additionalProperties !== undefined) kept['additionalProperties'] = additionalProperties;
  if (properties !== undefined) {
    const names = Object.keys(properties).toSorted();
    kept['properties'] = Object.fromEntries(names.map((name) => [name, condensed(properties[name] ?? {}, factsOnly)]));
  }
  return kept;
}
