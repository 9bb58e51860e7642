import type { JSONSchemaProps } from '../../schema/types/apiextensions-v1.ts';
import { compileRe2 } from '../../formats/index.ts';
import { forbidden, invalid } from '../check.ts';
import type { Check } from '../check.ts';
import { child, index, key } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { isUsed } from './is-used.ts';

const branches = ['anyOf', 'allOf', 'oneOf'] as const;

/** `anyOf` and the like, and the pattern. */
export function validateBranches(
  check: Check,
  schema: JSONSchemaProps,
  at: FieldPath,
  skipsAnyOf: boolean,
  skipsFirstAllOf: boolean,
): void {
  for (const branch of branches) {
    for (const [position, one] of (schema[branch] ?? []).entries()) {
      const skips = branch === 'allOf' && position === 0 && skipsFirstAllOf;
      if (branch !== 'anyOf' || !skipsAnyOf) validateNested(check, one, index(child(at, branch), position), skips);
    }
  }
  if (schema.not !== undefined) validateNested(check, schema.not, child(at, 'not'), false);
  const { pattern = '' } = schema;
  const problem = pattern === '' ? undefined : compileRe2(pattern).problem;
  if (problem !== undefined) invalid(check, child(at, 'pattern'), pattern, `must be a regular expression: ${problem}`);
}

const forbiddenNested = [
  'type',
  'default',
  'title',
  'description',
  'nullable',
  'x-kubernetes-preserve-unknown-fields',
  'x-kubernetes-embedded-resource',
  'x-kubernetes-int-or-string',
  'x-kubernetes-list-map-keys',
  'x-kubernetes-list-type',
  'x-kubernetes-map-type',
  'x-kubernetes-validations',
] as const;

/** Inside `anyOf` and the like a schema only says more about what is known to be there. */
function validateNested(check: Check, schema: JSONSchemaProps, at: FieldPath, skipsAnyOf: boolean): void {
  validateBranches(check, schema, at, skipsAnyOf, false);
  const { properties = {}, additionalProperties } = schema;
  const items = schema.items as JSONSchemaProps | undefined;
  if (items !== undefined && !Array.isArray(items)) validateNested(check, items, child(at, 'items'), false);
  for (const [name, property] of Object.entries(properties)) {
    validateNested(check, property, key(child(at, 'properties'), name), false);
  }
  for (const keyword of forbiddenNested) {
    const value = schema[keyword];
    if (value !== null && value !== false && isUsed(value)) {
      forbidden(check, child(at, keyword), 'may not stand inside anyOf, oneOf, allOf or not');
    }
  }
  if (additionalProperties !== undefined && additionalProperties !== false) {
    forbidden(check, child(at, 'additionalProperties'), 'may not stand inside anyOf, oneOf, allOf or not');
  }
  if (Object.hasOwn(properties, 'metadata')) {
    forbidden(check, key(child(at, 'properties'), 'metadata'), 'may not stand inside anyOf, oneOf, allOf or not');
  }
}

/** `anyOf: [{type: integer}, {type: string}]` */
export function isIntOrStringPattern(schemas: readonly JSONSchemaProps[] | undefined): boolean {
  return JSON.stringify(schemas) === '[{"type":"integer"},{"type":"string"}]';
}
