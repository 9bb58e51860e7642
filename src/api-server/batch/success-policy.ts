import type { JobSpec, SuccessPolicyRule } from '../../schema/types/batch-v1.ts';
import { invalid, required, tooLong, tooMany } from '../check.ts';
import type { Check } from '../check.ts';
import { child, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { checkNotNegative } from '../number-field.ts';

const mostRules = 20;
const longestIndexes = 64 * 1024;

export function validateSuccessPolicy(check: Check, spec: JobSpec, at: FieldPath): void {
  const rules = spec.successPolicy?.rules ?? [];
  const rulesAt = child(at, 'rules');
  if (rules.length === 0) required(check, rulesAt, 'must have a rule');
  if (rules.length > mostRules) tooMany(check, rulesAt, rules.length, mostRules);
  for (const [position, rule] of rules.entries())
    validateRule(check, rule, spec.completions ?? 0, index(rulesAt, position));
}

function validateRule(check: Check, rule: SuccessPolicyRule, completions: number, at: FieldPath): void {
  const { succeededCount: count, succeededIndexes: indexes } = rule;
  if (count === undefined && indexes === undefined) required(check, at, 'must have succeededCount or succeededIndexes');
  const selected = indexes === undefined ? undefined : countIndexes(indexes, completions);
  if (indexes !== undefined) {
    const indexesAt = child(at, 'succeededIndexes');
    if (indexes.length > longestIndexes) tooLong(check, indexesAt, longestIndexes);
    if (selected === undefined)
      invalid(check, indexesAt, indexes, 'must be rising indexes and spans like 0,2-4 below completions');
  }
  if (count === undefined) return;
  const countAt = child(at, 'succeededCount');
  checkNotNegative(check, countAt, count);
  const limit = indexes === undefined ? completions : Math.min(completions, selected ?? 0);
  if (count > limit) invalid(check, countAt, count, `may be at most ${limit}`);
}

/** Undefined when the text is no list of indexes. */
function countIndexes(text: string, completions: number): number | undefined {
  if (text === '') return 0;
  let total = 0;
  let last = -1;
  for (const span of text.split(',')) {
    const limits = /^(\+?\d+)(?:-(\+?\d+))?$/.exec(span);
    if (limits === null) return undefined;
    const first = Number(limits[1]);
    const end = limits[2] === undefined ? first : Number(limits[2]);
    const rises = first > last && (limits[2] === undefined || end > first);
    if (!rises || end >= completions) return undefined;
    total += end - first + 1;
    last = end;
  }
  return total;
}
