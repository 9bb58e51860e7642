import { UserError } from '../kernel/index.ts';
import { nearestNames } from '../schema/index.ts';
import type { ObjectRule } from './rule.ts';
import { objectRules } from './rules/index.ts';

const sets = ['api-server', 'life-cycle', 'pss'] as const;

/** The rules of the named sets and the single rules named, in the registry's order. Throws a UserError for an unknown name. */
export function selectRules(names: readonly string[]): readonly ObjectRule[] {
  for (const name of names) {
    if (!isSet(name) && !objectRules.some(({ id }) => id === name)) throw unknownRule(name);
  }
  return objectRules.filter(({ id, set }) => names.includes(id) || names.includes(set));
}

function isSet(name: string): boolean {
  return (sets as readonly string[]).includes(name);
}

function unknownRule(name: string): UserError {
  const nearest = nearestNames(name, [...sets, ...objectRules.map(({ id }) => id)]);
  return new UserError({
    code: 'unknown-rule',
    message: `--rules: there is no rule or rule set "${name}"`,
    hint: `${nearest.length === 0 ? '' : `Did you mean ${nearest.join(' or ')}? `}The sets are ${sets.join(' and ')}; docs/rules/ has a page for each rule.`,
  });
}
