import type { Declaration, RuleDeclaration } from '../model/types.ts';
import type { OwnRule } from '../validate/index.ts';

/** The organisation's own rules, as the engine takes them. What they are has been checked against the schema of `defineRule`. */
export function ownRulesOf(declarations: readonly Declaration<RuleDeclaration>[]): readonly OwnRule[] {
  return declarations
    .map(({ value, declared }) => {
      const defaults = { set: 'recommended', docs: `platform/policy/${value.id}.md` };
      return Object.assign(defaults, value, { declared }) as unknown as OwnRule;
    })
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
