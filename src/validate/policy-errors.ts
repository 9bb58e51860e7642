import { UserError } from '../kernel/index.ts';
import type { Declared, JsonValue } from '../kernel/index.ts';
import type { Policy } from '../model/types.ts';
import { nearestNames } from '../schema/index.ts';
import { whyRefused } from './admission/refused-rule.ts';
import type { Rule, RuleMetadata } from './rule.ts';
import { builtInRules, fileRules } from './rules/index.ts';
import { setNames } from './select-rules.ts';
import { waiverRules } from './waivers/waiver-rules.ts';

/** A rule of `platform/policy/`. */
export type OwnRule = Rule & { readonly declared: Declared };

/** What the policy says of rules that there are not, and own rules with the name of another. */
export function policyErrors(policy: Policy, own: readonly OwnRule[]): readonly UserError[] {
  const known = new Map<string, Partial<RuleMetadata>>();
  for (const rule of [...builtInRules, ...own]) known.set(rule.id, rule);
  const fixed = new Set([...fileRules, ...waiverRules].map(({ id }) => id));
  const find = (id: string, declared: Declared, what: string): Partial<RuleMetadata> | UserError => {
    if (fixed.has(id)) return error('fixed-rule', `${what} is not for rule \`${id}\``, fixedHint, declared);
    return (
      known.get(id) ??
      error('unknown-rule', `${what} names rule \`${id}\`, which there is none of`, hintFor(id, known), declared)
    );
  };
  const errors = own.flatMap(({ id, declared }) => clash(id, declared, fixed));
  for (const rule of policy.admissionRules) {
    for (const reason of whyRefused(rule)) {
      const message = `a server would refuse the policy of rule \`${rule.id}\`: ${reason}`;
      errors.push(
        error('refused-rule', message, 'Correct it: the cluster could not have the rule either.', rule.declared),
      );
    }
  }
  for (const { rule, declared } of policy.waivers) {
    const found = find(rule, declared, 'a waiver');
    if (found instanceof UserError) errors.push(found);
  }
  for (const [id, { options, declared }] of Object.entries(policy.settings)) {
    const found = find(id, declared, '`definePolicy`');
    if (found instanceof UserError) errors.push(found);
    else errors.push(...optionErrors(id, found, options ?? {}, declared));
  }
  return errors;
}

const fixedHint = 'It is about files or about waivers: repair what it finds.';

function clash(id: string, declared: Declared, fixed: ReadonlySet<string>): readonly UserError[] {
  const isSet = setNames.includes(id);
  if (!isSet && !fixed.has(id) && !builtInRules.some((rule) => rule.id === id)) return [];
  const message = isSet
    ? `\`${id}\` is the name of a set of rules`
    : `there is a rule \`${id}\` already: one of keelson's own`;
  return [
    error(
      'duplicate-rule',
      message,
      'Give yours another `id`; what the other one wants is changed with `definePolicy`.',
      declared,
    ),
  ];
}

function hintFor(id: string, known: ReadonlyMap<string, unknown>): string {
  // A part of an id is nearer to it than letters say.
  const longer = [...known.keys()].filter((name) => name.startsWith(`${id}-`) || name.endsWith(`-${id}`));
  const nearest = longer.length > 0 ? longer.slice(0, 2) : nearestNames(id, [...known.keys()]);
  const guess = nearest.length === 0 ? '' : `Did you mean ${nearest.map((name) => `\`${name}\``).join(' or ')}? `;
  return `${guess}\`keelson rules\` lists all rules.`;
}

function optionErrors(
  id: string,
  { options = {} }: Partial<RuleMetadata>,
  given: Readonly<Record<string, JsonValue>>,
  declared: Declared,
): readonly UserError[] {
  return Object.entries(given).flatMap(([name, value]) => {
    const names = Object.keys(options);
    if (!Object.hasOwn(options, name)) {
      const [meant] = nearestNames(name, names);
      const list = names.length === 0 ? 'It has none.' : `It has ${names.map((one) => `\`${one}\``).join(', ')}.`;
      const hint = meant === undefined ? list : `Did you mean \`${meant}\`? ${list}`;
      return [error('unknown-option', `rule \`${id}\` has no option \`${name}\``, hint, declared)];
    }
    const wanted = typeOf(options[name]);
    if (wanted === typeOf(value)) return [];
    const message = `option \`${name}\` of rule \`${id}\` is ${typeOf(value)}, not ${wanted}`;
    const hint = `Give ${wanted}; without one it is ${JSON.stringify(options[name])}.`;
    return [error('invalid-option', message, hint, declared)];
  });
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (value === null) return 'null';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function error(code: string, message: string, hint: string, { file, line, column }: Declared): UserError {
  return new UserError({ code, message, hint, location: { file, line, column } });
}
