import { noValue, optionalOf, toCelValue } from '../../cel/index.ts';
import type { CelBindings, CelResult } from '../../cel/index.ts';
import { formatField, pointerTo } from '../../kernel/index.ts';
import type { FieldError, FieldErrorType, FieldPath } from '../../kernel/index.ts';
import { isUnchanged } from './correlate.ts';
import type { Correlation } from './correlate.ts';
import type { ValidationRule } from './json-schema.ts';
import { rulePath } from './rule-path.ts';
import type { CompiledRule, RuleNode } from './rule-tree.ts';

/** A rule of a definition that was not run. */
export interface UncheckedRule {
  /** Where the rule stands in the object. */
  readonly field: string;
  readonly rule: string;
  readonly reason: string;
}

/** One run of rules over one object. */
export interface Run {
  readonly errors: FieldError[];
  readonly notChecked: UncheckedRule[];
  /** What all the rules of one object may still cost together. */
  budget: number;
}

/** The value's own correlation with the old object, and the nearest one above it. */
export interface Ratchet {
  readonly own: Correlation | undefined;
  readonly above: Correlation | undefined;
}

const reasons: Readonly<Record<string, FieldErrorType>> = {
  FieldValueForbidden: 'forbidden',
  FieldValueRequired: 'required',
  FieldValueDuplicate: 'duplicate',
};

/** Adds what the rule says, or why it was not run. */
export function runRule(
  run: Run,
  node: RuleNode,
  compiled: CompiledRule,
  value: unknown,
  old: unknown,
  at: FieldPath | undefined,
  { own, above }: Ratchet,
): void {
  const { rule, program, usesOldSelf } = compiled;
  const optional = rule.optionalOldSelf === true;
  if (program === undefined) {
    if (compiled.reason !== undefined) notChecked(run, rule, at, compiled.reason);
    return;
  }
  if (usesOldSelf && old === undefined && !optional) return;
  const bindings = bindingsOf(node, value, old, optional);
  const result = program.evaluate(bindings);
  if (result.outcome === 'unsupported') {
    notChecked(run, rule, at, result.reason);
    return;
  }
  run.budget -= result.cost;
  if (run.budget < 0) add(run, 'invalid', at, 'the rules of this object cost more than the server lets them');
  else if (result.outcome === 'error') {
    add(run, 'invalid', at, `${result.message}, in the rule ${JSON.stringify(rule.message ?? rule.rule)}`);
  } else if (result.value !== true && (usesOldSelf || !isUnchanged(own ?? above))) {
    const place = rulePath(rule.fieldPath, node.schema, at);
    add(run, reasons[rule.reason ?? ''] ?? 'invalid', place, messageOf(run, compiled, bindings));
  }
}

function bindingsOf(node: RuleNode, value: unknown, old: unknown, optional: boolean): CelBindings {
  const schema = node.isRoot ? { ...node.schema, 'x-kubernetes-embedded-resource': true } : node.schema;
  const oldSelf = () => toCelValue(old, schema);
  return {
    self: () => toCelValue(value, schema),
    oldSelf: optional ? () => (old === undefined ? noValue : optionalOf(oldSelf())) : oldSelf,
  };
}

function messageOf(run: Run, { rule, message }: CompiledRule, bindings: CelBindings): string {
  const written = textOf(message?.evaluate(bindings), run);
  if (written !== undefined) return written;
  return rule.message === undefined || rule.message === '' ? `must fulfil ${rule.rule.trim()}` : rule.message.trim();
}

/** A message that is empty, has several lines or could not be made counts as none. */
function textOf(result: CelResult | undefined, run: Run): string | undefined {
  if (result === undefined || result.outcome === 'unsupported') return undefined;
  run.budget -= result.cost;
  if (result.outcome !== 'value' || typeof result.value !== 'string') return undefined;
  const text = result.value.trim();
  return text === '' || text.includes('\n') || text.length > 5 * 1024 ? undefined : text;
}

function notChecked(run: Run, rule: ValidationRule, at: FieldPath | undefined, reason: string): void {
  run.notChecked.push({ field: formatField(at), rule: rule.rule, reason });
}

function add(run: Run, type: FieldErrorType, at: FieldPath | undefined, detail: string): void {
  // At the root the server has no field.
  run.errors.push({ type, field: at === undefined ? '<nil>' : formatField(at), pointer: pointerTo(at), detail });
}
