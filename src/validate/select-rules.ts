import { UserError } from '../kernel/index.ts';
import type { Tier } from '../model/types.ts';
import { nearestNames } from '../schema/index.ts';
import type { Rule, RuleSet } from './rule.ts';
import { builtInRules } from './rules/index.ts';

/** What the name of a rule set stands for. */
const profiles: Readonly<Record<Exclude<RuleSet, 'waiver'>, readonly RuleSet[]>> = {
  'api-server': ['api-server'],
  'life-cycle': ['life-cycle'],
  identity: ['identity'],
  reference: ['reference'],
  admission: ['admission'],
  recommended: ['api-server', 'life-cycle', 'identity', 'reference', 'admission', 'recommended'],
  strict: ['api-server', 'life-cycle', 'identity', 'reference', 'admission', 'recommended', 'strict', 'pss'],
  pss: ['pss'],
};

/** No rule can have one of these names: `--rules` could not tell which is meant. */
export const setNames: readonly string[] = Object.keys(profiles);

export interface RuleChoice {
  /** Names of rules and rule sets. */
  readonly names: readonly string[];
  /** The organisation's own, after the built-in ones. */
  readonly own?: readonly Rule[];
  /** Of the cluster's environment; undefined for plain files without `--tier`. */
  readonly tier?: Tier | undefined;
  /** For files without declarations around them: rules that compare with declarations have nothing to say. */
  readonly plain?: boolean;
}

/** The rules of the named sets and the single rules named, in the registry's order. Throws a UserError for an unknown name. */
export function selectRules({ names, own = [], tier, plain = false }: RuleChoice): readonly Rule[] {
  const rules = [...builtInRules, ...own];
  for (const name of names) {
    if (isSet(name)) continue;
    const rule = rules.find(({ id }) => id === name);
    if (rule === undefined) throw unknownRule(name, rules);
    if (plain && rule.needs === 'fleet') throw needsFleet(name);
  }
  const sets = new Set(names.flatMap((name) => (isSet(name) ? profiles[name] : [])));
  return rules.filter((rule) => {
    if (names.includes(rule.id)) return true;
    if (!sets.has(rule.set) || (plain && rule.needs === 'fleet')) return false;
    if (rule.tiers === undefined) return true;
    return tier === undefined ? sets.has('strict') && rule.opposite === undefined : rule.tiers.includes(tier);
  });
}

function isSet(name: string): name is keyof typeof profiles {
  return Object.hasOwn(profiles, name);
}

function needsFleet(name: string): UserError {
  return new UserError({
    code: 'rule-needs-fleet',
    message: `--rules: ${name} compares with the declarations of a repository, which manifests of PATHS do not have`,
    hint: 'Run `keelson validate` inside the repository without PATHS, or leave the rule out.',
  });
}

function unknownRule(name: string, rules: readonly Rule[]): UserError {
  const nearest = nearestNames(name, [...setNames, ...rules.map(({ id }) => id)]);
  return new UserError({
    code: 'unknown-rule',
    message: `--rules: there is no rule or rule set "${name}"`,
    hint: `${nearest.length === 0 ? '' : `Did you mean ${nearest.join(' or ')}? `}The sets are ${setNames.join(', ')}; \`keelson rules\` lists all rules.`,
  });
}
