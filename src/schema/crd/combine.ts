import type { FieldPath } from '../../kernel/index.ts';
import type { JsonSchema } from './json-schema.ts';
import { failWithoutField, merge, newOutcome } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { validateValue } from './validate.ts';

/**
 * `anyOf`, `oneOf`, `allOf`, `not`. What they say of the whole stands at no field in the server's words. Their schemas see the
 * new object alone: what is wrong by them is wrong in an unchanged part, too.
 */
export function validateCombinations(
  outcome: Outcome,
  value: unknown,
  schema: JsonSchema,
  at: FieldPath | undefined,
): void {
  const { anyOf, oneOf, allOf, not } = schema;
  if (anyOf !== undefined && anyOf.length > 0) anyMatches(outcome, value, anyOf, at);
  if (oneOf !== undefined && oneOf.length > 0) oneMatches(outcome, value, oneOf, at);
  if (allOf !== undefined && allOf.length > 0) allMatch(outcome, value, allOf, at);
  if (not !== undefined && branch(outcome, value, not, at).errors.length === 0) {
    failWithoutField(outcome, at, 'must not match the schema under `not`');
  }
}

function anyMatches(outcome: Outcome, value: unknown, schemas: readonly JsonSchema[], at: FieldPath | undefined): void {
  let best: Outcome | undefined;
  for (const schema of schemas) {
    const result = branch(outcome, value, schema, at);
    if (result.errors.length === 0) {
      merge(outcome, result);
      return;
    }
    if (best === undefined || result.matches > best.matches) best = result;
  }
  failWithoutField(outcome, at, 'must match at least one of the schemas under `anyOf`');
  if (best !== undefined) merge(outcome, best);
}

function oneMatches(outcome: Outcome, value: unknown, schemas: readonly JsonSchema[], at: FieldPath | undefined): void {
  let best: Outcome | undefined;
  let first: Outcome | undefined;
  let valid = 0;
  for (const schema of schemas) {
    const result = branch(outcome, value, schema, at);
    if (result.errors.length === 0) {
      valid += 1;
      first ??= result;
    } else if (valid === 0 && (best === undefined || result.matches > best.matches)) best = result;
  }
  if (valid === 1 && first !== undefined) merge(outcome, first);
  else {
    failWithoutField(outcome, at, `must match exactly one of the schemas under \`oneOf\`, matches ${valid}`);
    if (valid === 0 && best !== undefined) merge(outcome, best);
  }
}

function allMatch(outcome: Outcome, value: unknown, schemas: readonly JsonSchema[], at: FieldPath | undefined): void {
  let valid = 0;
  for (const schema of schemas) {
    const result = branch(outcome, value, schema, at);
    if (result.errors.length === 0) valid += 1;
    merge(outcome, result);
  }
  if (valid < schemas.length) failWithoutField(outcome, at, 'must match all the schemas under `allOf`');
}

function branch(outcome: Outcome, value: unknown, schema: JsonSchema, at: FieldPath | undefined): Outcome {
  const result = newOutcome(outcome.minor);
  validateValue(result, value, schema, at);
  return result;
}
