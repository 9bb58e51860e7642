import type { FieldPath } from '../../kernel/index.ts';
import { validateCombinations } from './combine.ts';
import { validateEnum } from './enum.ts';
import { formatProblem } from './formats.ts';
import type { JsonSchema } from './json-schema.ts';
import { hasMember, isMembers } from './members.ts';
import { validateNumber } from './numbers.ts';
import { fail } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { validateText } from './texts.ts';
import { effectiveFormat, validateType } from './types.ts';

/** How a value's parts are validated: the plain way, or one that compares with the old object first. */
export interface Descend {
  readonly member: (outcome: Outcome, value: unknown, schema: JsonSchema, at: FieldPath, name: string) => void;
  readonly item: (outcome: Outcome, value: unknown, schema: JsonSchema, at: FieldPath, position: number) => void;
}

const plainly: Descend = {
  member: (outcome, value, schema, at) => validateValue(outcome, value, schema, at, plainly),
  item: (outcome, value, schema, at) => validateValue(outcome, value, schema, at, plainly),
};

/**
 * Validates a value against an OpenAPI schema as an API server does custom resources (kube-openapi's `validate`), with its
 * paths: members of maps stand after a dot there. The order of the checks does not matter, but each counts.
 */
export function validateValue(
  outcome: Outcome,
  value: unknown,
  schema: JsonSchema,
  at: FieldPath | undefined,
  descend: Descend = plainly,
): void {
  validateType(outcome, value, schema, at);
  if (value === null || value === undefined) {
    validateEnum(outcome, null, schema, at);
    return;
  }
  validateCombinations(outcome, value, schema, at);
  // One for each check that applies: combinations, enum, the whole, and what the kinds of value below have.
  outcome.matches += 4;
  if (typeof value === 'string') validateString(outcome, value, schema, at);
  else if (typeof value === 'number' || typeof value === 'bigint') validateNumber(outcome, value, schema, at);
  else if (Array.isArray(value)) validateList(outcome, value, schema, at, descend);
  else if (isMembers(value)) validateObject(outcome, value, schema, at, descend);
  validateEnum(outcome, value, schema, at);
}

function validateString(outcome: Outcome, value: string, schema: JsonSchema, at: FieldPath | undefined): void {
  outcome.matches += 1;
  validateText(outcome, value, schema, at);
  const format = effectiveFormat(schema, outcome.minor);
  if (format === undefined) return;
  const problem = formatProblem(format, value);
  if (problem === 'unknown') return;
  outcome.matches += 1;
  if (problem !== undefined) fail(outcome, 'type-invalid', at, problem, { value });
}

function validateList(
  outcome: Outcome,
  value: readonly unknown[],
  schema: JsonSchema,
  at: FieldPath | undefined,
  descend: Descend,
): void {
  outcome.matches += 2;
  const { items, minItems, maxItems, uniqueItems } = schema;
  if (items !== undefined) {
    for (const [part, item] of value.entries())
      descend.item(outcome, item, items, { parent: at, part, keyed: false }, part);
  }
  if (minItems !== undefined && value.length < minItems) {
    fail(outcome, 'invalid', at, `must have at least ${minItems} items`, { value });
  }
  if (maxItems !== undefined && value.length > maxItems) {
    fail(outcome, 'too-many', at, `may have at most ${maxItems} items, has ${value.length}`);
  }
  if (uniqueItems === true && new Set(value.map((item) => JSON.stringify(item))).size < value.length) {
    fail(outcome, 'invalid', at, 'may not have the same item twice', { value });
  }
}

function validateObject(
  outcome: Outcome,
  value: { readonly [name: string]: unknown },
  schema: JsonSchema,
  at: FieldPath | undefined,
  descend: Descend,
): void {
  outcome.matches += 1;
  const { properties = {}, additionalProperties, required, minProperties, maxProperties } = schema;
  const names = Object.keys(value);
  if (minProperties !== undefined && names.length < minProperties) {
    fail(outcome, 'invalid', at, `must have at least ${minProperties} members`, { value });
  }
  if (maxProperties !== undefined && names.length > maxProperties) {
    fail(outcome, 'too-many', at, `may have at most ${maxProperties} members, has ${names.length}`);
  }
  for (const name of names) {
    const place = { parent: at, part: name, keyed: false };
    const own = hasMember(properties, name) ? properties[name] : undefined;
    if (own !== undefined) descend.member(outcome, value[name], own, place, name);
    else if (typeof additionalProperties === 'object') {
      descend.member(outcome, value[name], additionalProperties, place, name);
    } else if (additionalProperties === false) fail(outcome, 'invalid', at, `may not have the member ${name}`);
  }
  for (const name of required ?? []) {
    if (!hasMember(value, name)) fail(outcome, 'required', { parent: at, part: name, keyed: false }, 'must be set');
  }
}
