import type { Activation } from './activation.ts';
import { activate } from './activation.ts';
import type { CompiledPolicy, CompiledValidation } from './compile.ts';
import { evaluate } from './evaluate.ts';
import type { Budget } from './evaluate.ts';
import type { Seen } from './match.ts';
import type { AdmissionRequest, Json } from './request.ts';

/** What a validation that fails says. */
export interface Denial {
  /** Of the validation; undefined when the policy as a whole fails. */
  readonly validation: number | undefined;
  readonly message: string;
  /** It failed because an expression could not be evaluated: the failure policy decides. */
  readonly isError: boolean;
}

export interface Judgement {
  readonly denials: readonly Denial[];
  /** Why some of it is not known. */
  readonly unknown: readonly string[];
}

/** The server's limits for the validations, and for the match conditions, of one policy with one set of parameters. */
const budgetOfValidations = 10_000_000;
const budgetOfConditions = 2_500_000;
const longestMessage = 5 * 1024;
const spent = 'validation failed due to running out of cost budget, no further validation rules will be run';

const nothing: Judgement = { denials: [], unknown: [] };

/** What a policy says of a request that it matches, with one object of parameters or none. */
export function judgeWith(
  policy: CompiledPolicy,
  request: AdmissionRequest,
  seen: Seen,
  params: Json | undefined,
): Judgement {
  const fail = (message: string, validation?: number): readonly Denial[] =>
    policy.ignoresErrors ? [] : [{ validation, message, isError: true }];
  const conditions = meetsConditions(policy, activate(request, seen, params, new Map(), false));
  if (conditions === false) return nothing;
  if (conditions !== true) {
    if ('unknown' in conditions) return { denials: [], unknown: [conditions.unknown] };
    return { denials: fail(conditions.error), unknown: [] };
  }
  const fresh = (): Activation => activate(request, seen, params, policy.variables, true);
  const denials: Denial[] = [];
  const unknown: string[] = [];
  const failed: { readonly validation: CompiledValidation; readonly index: number }[] = [];
  const budget: Budget = { left: budgetOfValidations };
  const activation = fresh();
  for (const [index, validation] of policy.validations.entries()) {
    const result = evaluate(validation.expression, activation, budget);
    if (result.outcome === 'spent') return { denials: fail(spent), unknown };
    if (result.outcome === 'unknown') unknown.push(result.reason);
    else if (result.outcome === 'error') {
      denials.push(...fail(result.message, index));
    } else if (result.value !== true) failed.push({ validation, index });
  }
  const texts = messagesOf(policy, fresh(), budget);
  for (const { validation, index } of failed) {
    if (texts === undefined) denials.push(...fail(`failed messageExpression: ${spent}`, index));
    else {
      const own = validation.message === '' ? `failed expression: ${validation.source}` : validation.message;
      denials.push({ validation: index, message: texts[index] ?? own, isError: false });
    }
  }
  const annotations = judgeAnnotations(policy, fresh());
  return {
    denials: [
      ...denials.toSorted((one, other) => (one.validation ?? 0) - (other.validation ?? 0)),
      ...annotations.errors.flatMap((message) => fail(message)),
    ],
    unknown: [...unknown, ...annotations.unknown],
  };
}

type Conditions = boolean | { readonly error: string } | { readonly unknown: string };

/** One that is false decides, whatever the others are. */
function meetsConditions({ conditions }: CompiledPolicy, activation: Activation): Conditions {
  const budget: Budget = { left: budgetOfConditions };
  let error: string | undefined;
  let unknown: string | undefined;
  for (const condition of conditions) {
    const result = evaluate(condition, activation, budget);
    if (result.outcome === 'spent') return { error: spent };
    if (result.outcome === 'value' && result.value === false) return false;
    if (result.outcome === 'error') error ??= result.message;
    if (result.outcome === 'unknown') unknown ??= result.reason;
  }
  if (unknown !== undefined) return { unknown };
  return error === undefined ? true : { error };
}

/** By validation; undefined when they cost too much together. */
function messagesOf(
  { validations }: CompiledPolicy,
  activation: Activation,
  budget: Budget,
): readonly (string | undefined)[] | undefined {
  const texts: (string | undefined)[] = [];
  for (const { messageExpression } of validations) {
    const result = messageExpression === undefined ? undefined : evaluate(messageExpression, activation, budget);
    if (result?.outcome === 'spent') return undefined;
    texts.push(result?.outcome === 'value' && typeof result.value === 'string' ? usable(result.value) : undefined);
  }
  return texts;
}

function usable(text: string): string | undefined {
  const trimmed = text.trim();
  return trimmed === '' || trimmed.includes('\n') || Buffer.byteLength(trimmed) > longestMessage ? undefined : trimmed;
}

/** An annotation for the audit log that cannot be made counts like a validation that fails. */
function judgeAnnotations(
  { annotations }: CompiledPolicy,
  activation: Activation,
): { readonly errors: readonly string[]; readonly unknown: readonly string[] } {
  const budget: Budget = { left: budgetOfValidations };
  const errors: string[] = [];
  const unknown: string[] = [];
  for (const annotation of annotations) {
    const result = evaluate(annotation, activation, budget);
    if (result.outcome === 'spent') return { errors: [...errors, spent], unknown };
    if (result.outcome === 'error') errors.push(result.message);
    if (result.outcome === 'unknown') unknown.push(result.reason);
  }
  return { errors, unknown };
}
