import { child, formatField, key, pointerTo } from '../../kernel/index.ts';
import type { FieldError, FieldPath } from '../../kernel/index.ts';
import { embeddedResources } from './embedded.ts';
import { defaultOf } from './json-schema.ts';
import type { JsonSchema } from './json-schema.ts';
import { isMembers } from './members.ts';
import { newOutcome } from './outcome.ts';
import { unknownMembers } from './prune.ts';
import { runRules } from './rules.ts';
import { validateValue } from './validate.ts';

/**
 * Defaults of a structural schema that the schema itself does not take. Those below `additionalProperties` are not looked at,
 * nor those of metadata, which are forbidden at the root anyhow.
 */
export function schemaDefaultErrors(schema: JsonSchema, at: FieldPath, minor: number): readonly FieldError[] {
  const errors: FieldError[] = [];
  visit(errors, schema, at, minor, true);
  return errors;
}

function visit(errors: FieldError[], schema: JsonSchema, at: FieldPath, minor: number, isRoot: boolean): void {
  const given = defaultOf(schema);
  if (given !== undefined) errors.push(...errorsOf(given, schema, child(at, 'default'), minor, isRoot));
  if (schema.items !== undefined) visit(errors, schema.items, child(at, 'items'), minor, false);
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    visit(errors, property, key(child(at, 'properties'), name), minor, false);
  }
}

function errorsOf(
  value: unknown,
  schema: JsonSchema,
  at: FieldPath,
  minor: number,
  isRoot: boolean,
): readonly FieldError[] {
  const isResource = isRoot || schema['x-kubernetes-embedded-resource'] === true;
  const unknown = isMembers(value) || Array.isArray(value) ? unknownMembers(value, schema, isResource) : [];
  const detail = `may not have fields that the schema does not know: ${unknown.join(', ')}`;
  const errors: FieldError[] =
    unknown.length === 0 ? [] : [{ type: 'invalid', field: formatField(at), pointer: pointerTo(at), value, detail }];
  const embedded = embeddedResources(value, schema, minor, at).errors;
  if (embedded.length > 0) return [...errors, ...embedded];
  const outcome = newOutcome(minor);
  validateValue(outcome, value, schema, at);
  if (outcome.errors.length > 0) return [...errors, ...outcome.errors];
  const place = { minor, isRoot: isResource, at };
  const unchanged = runRules(value, value, schema, place).errors;
  return [...errors, ...(unchanged.length > 0 ? unchanged : runRules(value, undefined, schema, place).errors)];
}
