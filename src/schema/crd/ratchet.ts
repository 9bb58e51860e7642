import type { FieldError } from '../../kernel/index.ts';
import { isUnchanged, itemOf, memberOf } from './correlate.ts';
import type { Correlation } from './correlate.ts';
import type { JsonSchema } from './json-schema.ts';
import { merge, newOutcome } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import type { FieldPath } from '../../kernel/index.ts';
import { validateValue } from './validate.ts';
import type { Descend } from './validate.ts';

/** Kubernetes 1.30 is the first that forgives what was wrong before. */
const firstRatcheting = 30;

/** Errors of an object, without those of parts that the old object has unchanged. */
export function schemaErrors(value: unknown, schema: JsonSchema, old: unknown, minor: number): readonly FieldError[] {
  const outcome = newOutcome(minor);
  if (old === undefined || minor < firstRatcheting) validateValue(outcome, value, schema, undefined);
  else validateChanged(outcome, { value, old, schema }, schema, undefined);
  return outcome.errors;
}

function validateChanged(outcome: Outcome, at: Correlation, schema: JsonSchema, place: FieldPath | undefined): void {
  const own = newOutcome(outcome.minor);
  const descend: Descend = {
    member: (result, value, memberSchema, memberPlace, name) => {
      const isTypeMeta = place === undefined && (name === 'apiVersion' || name === 'kind');
      const member = isTypeMeta ? undefined : memberOf(at, name);
      if (member === undefined) validateValue(result, value, memberSchema, memberPlace);
      else validateChanged(result, member, memberSchema, memberPlace);
    },
    item: (result, value, itemSchema, itemPlace, position) => {
      const item = itemOf(at, position);
      if (item === undefined) validateValue(result, value, itemSchema, itemPlace);
      else validateChanged(result, item, itemSchema, itemPlace);
    },
  };
  validateValue(own, at.value, schema, place, descend);
  if (own.errors.length === 0 || !isUnchanged(at)) merge(outcome, own);
  else outcome.matches += own.matches;
}
