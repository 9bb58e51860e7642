import type { Severity } from '../kernel/index.ts';
import type { NotCheckedReason } from './validation.ts';
import type { ObjectView } from './view.ts';

/** Names that `--rules` knows besides the ids of rules. */
export type RuleSet = 'api-server' | 'life-cycle' | 'pss';

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
  /** Mark the key instead of the value: the key is what is wrong. */
  readonly atKey?: boolean;
}

export type ReportProblem = (problem: Problem) => void;

/** Says that a verdict was not reached, on what, and why: for the coverage statement. */
export type LeaveOut = (reason: NotCheckedReason, subject: string) => void;

/**
 * Which objects a rule sees: all; those with a pod or pod template; custom resources with a schema; objects of kinds that nobody
 * knows; or built-in kinds by name, `<group>/<Kind>`: `apps/Deployment`, `/Service`.
 */
export type RuleKinds = 'every' | 'pod-template' | 'custom' | 'unknown' | readonly string[];

/** One rule = one file. It looks at one object and what the engine knows about it, and never throws on purpose. */
export interface ObjectRule extends RuleMetadata {
  readonly kinds: RuleKinds;
  readonly check: (view: ObjectView, report: ReportProblem, leaveOut: LeaveOut) => void;
}

export function defineRule(rule: ObjectRule): ObjectRule {
  return rule;
}
