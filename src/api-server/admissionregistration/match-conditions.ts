import type { MatchCondition } from '../../schema/types/admissionregistration-v1.ts';
import { boolType } from '../../cel/index.ts';
import { qualifiedName } from '../../formats/index.ts';
import { duplicate, required, tooMany } from '../check.ts';
import type { Check } from '../check.ts';
import { child, index } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { sameValue } from '../same-value.ts';
import { checkRequiredText } from '../text-field.ts';
import { admissionVariables } from './cel-variables.ts';
import { validateExpression } from './expression.ts';

const most = 64;

export interface MatchConditionRules {
  /** May an expression read the parameters? */
  readonly params: boolean;
  /** All conditions that the object had before; those of the same place when nothing about them has changed. */
  readonly old?: readonly MatchCondition[];
}

export function validateMatchConditions(
  check: Check,
  conditions: readonly MatchCondition[] = [],
  at: FieldPath,
  { params, old = [] }: MatchConditionRules,
): void {
  if (conditions.length > most) tooMany(check, at, conditions.length, most);
  const names = new Set<string>();
  const variables = admissionVariables({ params, authorizer: true });
  const stored = new Set(old.map(({ expression = '' }) => expression));
  for (const [position, { name = '', expression = '' }] of conditions.entries()) {
    const place = index(at, position);
    const text = expression.trim();
    if (text === '') required(check, child(place, 'expression'));
    else {
      const rules = { use: 'admission', variables, results: [boolType], stored } as const;
      validateExpression(check, text, rules, child(place, 'expression'));
    }
    checkRequiredText(check, child(place, 'name'), name, qualifiedName);
    if (names.has(name)) duplicate(check, child(place, 'name'), name);
    if (name !== '') names.add(name);
  }
}

/** Conditions that were there before are not judged again. */
export function isUnchanged(conditions: readonly MatchCondition[] = [], old: readonly MatchCondition[] = []): boolean {
  return sameValue(conditions, old);
}
