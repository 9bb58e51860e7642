import { checkDeclaration, isDefined } from '../declare/index.ts';
import type { Finding } from '../kernel/index.ts';
import { tabledMinors } from '../schema/index.ts';
import { builtInRules, fileRules, isSetRule, judge } from '../validate/index.ts';
import type { Rule } from '../validate/index.ts';
import type { RuleCase, RuleCases, RuleFailure } from './rule-cases.ts';

/** Throws an Error for the first case that goes otherwise than it says. */
export function holdToCases(given: unknown, { valid, invalid }: RuleCases): void {
  const rule = ruleOf(given);
  if (valid.length === 0 || invalid.length === 0) {
    throw new Error(`testRule(${rule.id}): give at least one valid and one invalid case`);
  }
  for (const [index, one] of valid.entries()) {
    const name = `testRule(${rule.id}): valid case ${index + 1}`;
    const { own, others } = run(rule, typeof one === 'string' ? { manifests: one } : one, name, true);
    if (own.length > 0) throw new Error(`${name}: findings in what should pass\n${list(own.map(said))}`);
    if (others.length > 0) throw new Error(`${name}: an API server would refuse it\n${list(others.map(said))}`);
  }
  for (const [index, one] of invalid.entries()) {
    const name = `testRule(${rule.id}): invalid case ${index + 1}`;
    compare(run(rule, one, name, false).own, one.findings, name);
  }
}

/** A rule of the package as it is; one of `defineRule` of the public API is checked first, as loading it would. */
function ruleOf(given: unknown): Rule {
  const value: unknown = isDefined(given) ? given.value : given;
  if (builtInRules.some((rule) => rule === value)) return value as Rule;
  const { set, ...rest } = value as Rule;
  const checked = checkDeclaration('rule', isDefined(given) ? value : rest);
  if ('problems' in checked) {
    throw new Error(
      `testRule: this is no rule\n${list(checked.problems.map(({ message, hint }) => `${message}. ${hint}`))}`,
    );
  }
  return { set: set ?? 'recommended', ...(checked.value as Omit<Rule, 'set'>) } as Rule;
}

interface Said {
  readonly own: readonly Finding[];
  /** What an API server says, for cases that should be good. */
  readonly others: readonly Finding[];
}

function run(rule: Rule, one: RuleCase, name: string, isValid: boolean): Said {
  let asked = 0;
  const counted = counting(rule, () => asked++);
  const server = isValid ? builtInRules.filter(({ set }) => set === 'api-server') : [];
  const { findings } = judge([{ path: 'case.yaml', text: one.manifests }], {
    target: {
      minor: minorOf(one.kubernetes, name),
      ...(one.tier === undefined ? {} : { tier: one.tier }),
      ...(one.facts === undefined ? {} : { facts: one.facts }),
    },
    rules: [...server.filter(({ id }) => id !== rule.id && id !== 'schema-missing'), counted],
    ...(one.options === undefined ? {} : { ruleOptions: { [rule.id]: one.options } }),
  });
  const broken = findings.filter((finding) => fileRules.some(({ id }) => id === finding.rule));
  if (broken.length > 0) throw new Error(`${name}: cannot be judged\n${list(broken.map(said))}`);
  if (asked === 0) {
    const kinds = typeof rule.kinds === 'string' ? rule.kinds : rule.kinds.join(', ');
    throw new Error(`${name}: the rule was not asked, no object is of its kinds (${kinds})`);
  }
  const own = findings.filter((finding) => finding.rule === rule.id);
  return { own, others: findings.filter((finding) => finding.rule !== rule.id) };
}

function counting(rule: Rule, count: () => void): Rule {
  if (isSetRule(rule)) {
    return {
      ...rule,
      checkSet: (...parameters) => {
        count();
        rule.checkSet(...parameters);
      },
    };
  }
  return {
    ...rule,
    check: (...parameters) => {
      count();
      rule.check(...parameters);
    },
  };
}

function minorOf(version: string | undefined, name: string): number {
  const [oldest, newest] = tabledMinors();
  if (version === undefined) return newest;
  const minor = /^1\.(\d+)$/.exec(version)?.[1];
  if (minor !== undefined && Number(minor) >= oldest && Number(minor) <= newest) return Number(minor);
  throw new Error(`${name}: \`kubernetes\` is "${version}", not a version from 1.${oldest} to 1.${newest}`);
}

/** Each expected finding takes one that was seen; what is left on either side is wrong. */
function compare(seen: readonly Finding[], expected: readonly RuleFailure[], name: string): void {
  const left = [...seen];
  const missing = expected.filter((one) => {
    const index = left.findIndex((finding) => fits(finding, one));
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
  if (missing.length + left.length === 0) return;
  const parts = [
    missing.length === 0 ? [] : [`not found:\n${list(missing.map((one) => JSON.stringify(one)))}`],
    left.length === 0 ? [] : [`found, and not expected:\n${list(left.map(said))}`],
  ];
  throw new Error(`${name}: other findings than expected\n${parts.flat().join('\n')}`);
}

function fits({ messageId, pointer, object, message, severity }: Finding, expected: RuleFailure): boolean {
  return (
    messageId === expected.messageId &&
    pointer === expected.pointer &&
    (expected.object === undefined || object?.name === expected.object) &&
    (expected.message === undefined || message === expected.message) &&
    (expected.severity === undefined || severity === expected.severity)
  );
}

function said({ rule, messageId, pointer, message, object }: Finding): string {
  const where = object === undefined ? '' : ` of ${object.kind} ${object.name}`;
  return `${rule}/${messageId} at "${pointer ?? ''}"${where}: ${message}`;
}

function list(lines: readonly string[]): string {
  return lines.map((line) => `  - ${line}`).join('\n');
}
