import type { Defined, OwnRule } from '../declare/index.ts';
import type { Rule } from '../validate/index.ts';
import type { RuleCases } from './rule-cases.ts';

export type { RuleCase, RuleCases, RuleFailure } from './rule-cases.ts';

/**
 * Holds a rule to cases that it must pass and cases that it must refuse, with exactly these findings. Rejects with an Error that says
 * which case went otherwise, so it works under any test runner: `test('my-rule', () => testRule(rule, { valid: [...], invalid: [...] }))`.
 */
export async function testRule(rule: Rule | OwnRule | Defined<'rule', OwnRule>, cases: RuleCases): Promise<void> {
  const { holdToCases } = await import('./hold-to-cases.ts');
  holdToCases(rule, cases);
}
