import { index, key } from '../../kernel/index.ts';
import type { FieldError, FieldErrorType, FieldPath } from '../../kernel/index.ts';
import { itemOf, memberOf, oldItemsOf } from './correlate.ts';
import type { Correlation } from './correlate.ts';
import type { CustomResourceSchema, JsonSchema } from './json-schema.ts';
import { hasMember, isMembers } from './members.ts';
import type { Members } from './members.ts';
import { ruleTreeOf } from './rule-tree.ts';
import type { RuleNode } from './rule-tree.ts';
import { runRule } from './run-rule.ts';
import type { Ratchet, Run, UncheckedRule } from './run-rule.ts';

interface RuleVerdict {
  readonly errors: readonly FieldError[];
  readonly notChecked: readonly UncheckedRule[];
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

interface RulePlace {
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
