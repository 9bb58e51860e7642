import type { JsonObject, Severity } from '../kernel/index.ts';
import type { SetObject, World } from '../analysis/index.ts';
import type { Tier } from '../model/types.ts';
import type { NotCheckedReason } from './validation.ts';
import type { ObjectView } from './view.ts';

/**
 * What kind of rule it is. `identity`: one object, once. `reference`: what is named exists. `admission`: policies of the set itself, and
 * the organisation's own. `recommended`: good manifests pass without a change. `strict`: what not everybody wants. `waiver`: waivers themselves.
 */
export type RuleSet =
  | 'api-server'
  | 'life-cycle'
  | 'identity'
  | 'reference'
  | 'admission'
  | 'recommended'
  | 'strict'
  | 'pss'
  | 'waiver';

export interface RuleMetadata {
  /** Kebab-case, for ever: waivers and suppressions name it. Its page is `docs/rules/<id>.md`. */
  readonly id: string;
  readonly set: RuleSet;
  /** One sentence: what the rule wants. */
  readonly title: string;
  /** One sentence: how to repair most of what it finds. The page says the same. */
  readonly fix: string;
  readonly severity: Severity;
  /** Ids of other tools' rules: `kube-linter/latest-tag`. */
  readonly aliases?: readonly string[];
  /** Ids of rules that say the same more strictly: where one of them runs and reports the place, this rule's finding folds under it. */
  readonly restates?: readonly string[];
  /** Only for clusters of environments of these tiers. For plain files the rule then runs only when `--tier`, `strict` or its own name ask for it. */
  readonly tiers?: readonly Tier[];
  /** The rule that wants the opposite in other tiers: where the tier is not known, that one alone is asked. */
  readonly opposite?: string;
  /** `fleet`: the rule compares with declarations, so it has nothing to say of plain files. */
  readonly needs?: 'fleet';
  /** Path of its page, where that is another. */
  readonly docs?: string;
  /** Settings that an organisation may change (`definePolicy`), with their defaults. */
  readonly options?: JsonObject;
}

/** What a rule says. Locations, severity, fingerprint and documentation are the engine's. */
export interface Problem {
  readonly messageId: string;
  readonly message: string;
  /** RFC 6901, into the object. */
  readonly pointer: string;
  readonly seen?: string;
  readonly allowed?: string;
  /** When it is nearer to the case than the rule's own. */
  readonly fix?: string;
  /** When this case is less grave than the rule's others. */
  readonly severity?: Severity;
  /** Those of the rule's aliases that mean this case, when not all do. */
  readonly aliases?: readonly string[];
  /** Mark the key instead of the value: the key is what is wrong. */
  readonly atKey?: boolean;
  /** The other ends, where they exist. The message names them, too. */
  readonly related?: readonly { readonly object: SetObject; readonly pointer?: string }[];
}

export type ReportProblem = (problem: Problem) => void;

/** Says that a verdict was not reached, on what, and why: for the coverage statement. */
export type LeaveOut = (reason: NotCheckedReason, subject: string) => void;

/**
 * Which objects a rule sees: all; those with a pod or pod template; custom resources with a schema; objects of kinds that nobody
 * knows; or kinds by name, `<group>/<Kind>`: `apps/Deployment`, `/Service`, `argoproj.io/Application`.
 */
export type RuleKinds = 'every' | 'pod-template' | 'custom' | 'unknown' | readonly string[];

/** One rule = one file. It looks at one object and what the engine knows about it, and never throws on purpose. */
export interface ObjectRule extends RuleMetadata {
  readonly kinds: RuleKinds;
  readonly check: (view: ObjectView, report: ReportProblem, leaveOut: LeaveOut, options: JsonObject) => void;
}

export type ReportOn = (object: SetObject, problem: Problem) => void;

/** A rule about the objects of a cluster together. It runs once per cluster, after all objects are there. */
export interface SetRule extends RuleMetadata {
  /** `<group>/<Kind>`: the rule is passed over where the set has none of these. `every`: it always runs. */
  readonly kinds: 'every' | readonly string[];
  readonly checkSet: (world: World, report: ReportOn, leaveOut: LeaveOut, options: JsonObject) => void;
}

export type Rule = ObjectRule | SetRule;

export function isSetRule(rule: Rule): rule is SetRule {
  return 'checkSet' in rule;
}

export function defineRule(rule: ObjectRule): ObjectRule;
export function defineRule(rule: SetRule): SetRule;
export function defineRule(rule: Rule): Rule {
  return rule;
}
