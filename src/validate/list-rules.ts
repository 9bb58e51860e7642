import type { Declared, JsonObject, Severity } from '../kernel/index.ts';
import type { Policy, Tier } from '../model/types.ts';
import { docsOf } from './finding.ts';
import type { OwnRule } from './policy-errors.ts';
import { isSetRule } from './rule.ts';
import type { RuleMetadata, RuleSet } from './rule.ts';
import { builtInRules, fileRules } from './rules/index.ts';
import { waiverRules } from './waivers/waiver-rules.ts';

/** A rule as data: for lists and explanations. */
export interface RuleEntry {
  readonly id: string;
  readonly set: RuleSet;
  /** What it looks at: one object, all objects of a cluster, a file, a waiver, or an object in CEL. */
  readonly about: 'object' | 'set' | 'file' | 'waiver' | 'admission';
  /** As the organisation set it. */
  readonly severity: Severity;
  readonly title: string;
  readonly fix: string;
  readonly aliases: readonly string[];
  /** Left out: all tiers. */
  readonly tiers?: readonly Tier[];
  readonly needs?: 'fleet';
  /** As the organisation set them. */
  readonly options: JsonObject;
  /** Path of its page: in the package, or in the repository for an own rule. */
  readonly docs: string;
  /** Only for the organisation's own. */
  readonly declared?: Declared;
}

/** What a repository adds. */
export interface RepositoryRules {
  readonly own: readonly OwnRule[];
  readonly policy: Policy;
}

/** Every rule, in the order in which findings are sorted into sets; an organisation's own last. */
export function listRules(repository?: RepositoryRules): readonly RuleEntry[] {
  const settings = repository?.policy.settings ?? {};
  // The rules that ask the admission rules are among the own ones.
  const inCel = new Set(repository?.policy.admissionRules.map(({ id }) => id));
  const own = (repository?.own ?? []).map((rule) =>
    entryOf(rule, inCel.has(rule.id) ? 'admission' : aboutOf(rule), rule.declared),
  );
  return [
    ...fileRules.map((rule) => entryOf(rule, 'file')),
    ...builtInRules.map((rule) => entryOf(rule, aboutOf(rule))),
    ...waiverRules.map((rule) => entryOf(rule, 'waiver')),
    ...own,
  ].map((entry) => (Object.hasOwn(settings, entry.id) ? withSetting(entry, settings[entry.id]) : entry));
}

/** The rules that a word names: by id, or by the id that another tool has for them. */
export function rulesNamed(name: string, entries: readonly RuleEntry[]): readonly RuleEntry[] {
  const own = entries.filter(({ id }) => id === name);
  return own.length > 0 ? own : entries.filter(({ aliases }) => aliases.includes(name));
}

function aboutOf(rule: OwnRule | (typeof builtInRules)[number]): RuleEntry['about'] {
  return isSetRule(rule) ? 'set' : 'object';
}

function entryOf(rule: RuleMetadata, about: RuleEntry['about'], declared?: Declared): RuleEntry {
  const { id, set, severity, title, fix, aliases = [], tiers, needs, options = {}, docs } = rule;
  return {
    id,
    set,
    about,
    severity,
    title,
    fix,
    aliases,
    ...(tiers === undefined ? {} : { tiers }),
    ...(needs === undefined ? {} : { needs }),
    options,
    docs: docs ?? docsOf(id),
    ...(declared === undefined ? {} : { declared }),
  };
}

function withSetting(entry: RuleEntry, setting: Policy['settings'][string] | undefined): RuleEntry {
  return {
    ...entry,
    severity: setting?.severity ?? entry.severity,
    options: { ...entry.options, ...setting?.options },
  };
}
