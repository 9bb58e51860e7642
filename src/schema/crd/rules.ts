import { noValue, optionalOf, toCelValue } from '../../cel/index.ts';
import type { CelBindings, CelResult } from '../../cel/index.ts';
import { formatField, index, key, pointerTo } from '../../kernel/index.ts';
import type { FieldError, FieldErrorType, FieldPath } from '../../kernel/index.ts';
import { isUnchanged, itemOf, memberOf, oldItemsOf } from './correlate.ts';
import type { Correlation } from './correlate.ts';
import type { CustomResourceSchema, JsonSchema, ValidationRule } from './json-schema.ts';
import { hasMember, isMembers } from './members.ts';
import type { Members } from './members.ts';
import { rulePath } from './rule-path.ts';
import { ruleTreeOf } from './rule-tree.ts';
import type { CompiledRule, RuleNode } from './rule-tree.ts';

/** A rule of a definition that was not run. */
export interface UncheckedRule {
  /** Where the rule stands in the object. */
  readonly field: string;
  readonly rule: string;
  readonly reason: string;
}

export interface RuleVerdict {
  readonly errors: readonly FieldError[];
  readonly notChecked: readonly UncheckedRule[];
}

interface Run {
  readonly errors: FieldError[];
  readonly notChecked: UncheckedRule[];
  /** What all the rules of one object may still cost together. */
  budget: number;
}

/** The value's own correlation with the old object, and the nearest one above it. */
interface Ratchet {
  readonly own: Correlation | undefined;
  readonly above: Correlation | undefined;
}

const totalBudget = 10_000_000;
const firstRatcheting = 30;

/** After any of these the server runs no rule, nor after what it finds while it decodes. */
const blocking: ReadonlySet<FieldErrorType> = new Set([
  'not-supported',
  'required',
  'too-long',
  'too-many',
  'type-invalid',
  'unknown-field',
]);

const reasons: Readonly<Record<string, FieldErrorType>> = {
  FieldValueForbidden: 'forbidden',
  FieldValueRequired: 'required',
  FieldValueDuplicate: 'duplicate',
};

/** What the definition's rules in the Common Expression Language say of an object, `before` being what is known to be wrong. */
export function ruleErrors(
  object: Members,
  old: Members | undefined,
  { schema }: CustomResourceSchema,
  minor: number,
  before: readonly FieldError[],
): RuleVerdict {
  if (schema === undefined || before.some(({ type }) => blocking.has(type))) return { errors: [], notChecked: [] };
  const own = old === undefined || minor < firstRatcheting ? undefined : { value: object, old, schema };
  return runRules(object, old, schema, { minor, isRoot: true, at: undefined, own });
}

export interface RulePlace {
  readonly minor: number;
  /** An object with `kind`, `metadata` and so on. */
  readonly isRoot: boolean;
  readonly at: FieldPath | undefined;
  /** With what stood there before, for parts that are excused because they did not change. */
  readonly own?: Correlation | undefined;
}

/** The rules of a schema over a value of it. */
export function runRules(value: unknown, old: unknown, schema: JsonSchema, place: RulePlace): RuleVerdict {
  const run: Run = { errors: [], notChecked: [], budget: totalBudget };
  const tree = ruleTreeOf(schema, place.minor, place.isRoot);
  if (tree !== undefined) visit(run, tree, value, old, place.at, { own: place.own, above: undefined });
  return run;
}

function visit(
  run: Run,
  node: RuleNode,
  value: unknown,
  old: unknown,
  at: FieldPath | undefined,
  ratchet: Ratchet,
): void {
  if (value === null || value === undefined) return;
  for (const rule of node.rules) {
    if (run.budget < 0) return;
    runRule(run, node, rule, value, old ?? undefined, at, ratchet);
  }
  for (const branch of node.allOf) visit(run, branch, value, old, at, { own: undefined, above: ratchet.above });
  if (Array.isArray(value)) visitItems(run, node, value, old, at, ratchet);
  else if (isMembers(value)) visitMembers(run, node, value, old, at, ratchet);
}

function visitItems(
  run: Run,
  { items, schema }: RuleNode,
  value: readonly unknown[],
  old: unknown,
  at: FieldPath | undefined,
  ratchet: Ratchet,
): void {
  if (items === undefined) return;
  const oldItem = oldItemsOf(old, schema);
  for (const [position, item] of value.entries()) {
    const { own } = ratchet;
    const below = own === undefined ? ratchet : { own: itemOf(own, position), above: own };
    visit(run, items, item, oldItem(item), index(at, position), below);
  }
}

function visitMembers(
  run: Run,
  { values, properties }: RuleNode,
  value: Members,
  old: unknown,
  at: FieldPath | undefined,
  ratchet: Ratchet,
): void {
  for (const name of Object.keys(value)) {
    const node = properties.get(name) ?? values;
    if (node !== undefined) {
      const place = node === values ? key(at, name) : { parent: at, part: name, keyed: false };
      const oldMember = isMembers(old) && hasMember(old, name) ? old[name] : undefined;
      visit(run, node, value[name], oldMember, place, memberRatchet(ratchet, name));
    }
  }
}

function memberRatchet(ratchet: Ratchet, name: string): Ratchet {
  const { own, above } = ratchet;
  if (own === undefined) return ratchet;
  if (above === undefined && (name === 'apiVersion' || name === 'kind')) return { own: undefined, above: undefined };
  return { own: memberOf(own, name), above: own };
}

function runRule(
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
