import type { Declaration, RuleDeclaration } from '../model/types.ts';
import type { Rule } from '../validate/index.ts';

/** The organisation's own rules, as the engine takes them. What they are has been checked against the schema of `defineRule`. */
export function ownRulesOf(declarations: readonly Declaration<RuleDeclaration>[]): readonly Rule[] {
  return declarations
    .map(({ value }) => ({ set: 'recommended', docs: `platform/policy/${value.id}.md`, ...value }) as unknown as Rule)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
