import { formatField, pointerTo } from '../../kernel/index.ts';
import type { FieldError, FieldErrorType, FieldPath } from '../../kernel/index.ts';

/**
 * What validating one value against one schema gave. `matches` counts the checks that went well, as the server does: of the
 * branches of `anyOf` and `oneOf` it reports the one with the highest count.
 */
export interface Outcome {
  readonly minor: number;
  readonly errors: FieldError[];
  matches: number;
}

/** Errors that belong to no field in the server's words; the pointer still says where. */
const noField = '<nil>';

export function newOutcome(minor: number): Outcome {
  return { minor, errors: [], matches: 0 };
}

/** The server says everything once. */
export function merge(into: Outcome, from: Outcome): void {
  into.matches += from.matches;
  for (const error of from.errors) addOnce(into, error);
}

export function fail(
  outcome: Outcome,
  type: FieldErrorType,
  at: FieldPath | undefined,
  detail: string,
  more: { readonly value?: unknown; readonly allowed?: readonly string[] } = {},
): void {
  addOnce(outcome, { type, field: formatField(at), pointer: pointerTo(at), detail, ...more });
}

export function failWithoutField(outcome: Outcome, at: FieldPath | undefined, detail: string): void {
  addOnce(outcome, { type: 'invalid', field: noField, pointer: pointerTo(at), detail });
}

function addOnce(outcome: Outcome, error: FieldError): void {
  const same = (other: FieldError): boolean =>
    other.pointer === error.pointer && other.detail === error.detail && other.type === error.type;
  if (outcome.errors.length > maximumCompared || !outcome.errors.some(same)) outcome.errors.push(error);
}

/** Looking for the same error among very many would take the square of them. */
const maximumCompared = 200;
