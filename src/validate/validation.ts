import type { Finding, ObjectRef, Severity } from '../kernel/index.ts';
import type { RuleMetadata } from './rule.ts';

export type NotCheckedReason =
  | 'schema-missing'
  | 'cel-unsupported'
  | 'unreadable'
  | 'facts-only'
  | 'chart-not-rendered'
  | 'rule-crashed';

/** Something that no verdict was reached on. Never silent: the coverage statement names it. */
export interface NotChecked {
  readonly reason: NotCheckedReason;
  /** `example.com/v1/Foo`, the path of a file, the id of a unit, the name of a rule. */
  readonly subject: string;
  readonly count: number;
  readonly objects: readonly ObjectRef[];
}

export function gap(reason: NotCheckedReason, subject: string, count: number): NotChecked {
  return { reason, subject, count, objects: [] };
}

export interface Coverage {
  /** How many rules ran. */
  readonly rules: number;
  /** The names that `--rules` was given, or the default. */
  readonly profile: string;
  /** Cluster (`prod/prod-eu-1`), or `*`, to Kubernetes version. */
  readonly kubernetes: Readonly<Record<string, string>>;
  /** Objects that every chosen rule was asked about. */
  readonly checked: number;
  readonly notChecked: readonly NotChecked[];
  /**
   * Custom kinds whose pulled schema holds facts alone, as `<apiVersion>/<kind>`: names, types, enums and list keys were checked, the
   * definition's other constraints and its rules were not.
   */
  readonly factsOnly: readonly string[];
}

/** What a run of the rules says. */
export interface Validation {
  /** Sorted by unit or file, object key, pointer, rule; folded ones are among them, with `causes`. */
  readonly findings: readonly Finding[];
  readonly coverage: Coverage;
  readonly objects: number;
  readonly units: number;
  /** With a base: what it was compared with. Each finding has a `status` then. */
  readonly base?: { readonly ref: string; readonly commit: string };
  /** By path, the texts with findings that lie in no file, or differ from it: stdin, what was rendered. For excerpts. */
  readonly texts?: ReadonlyMap<string, string>;
  /** The rules that ran, for reports that describe them. */
  readonly rules: readonly RuleMetadata[];
}

const ranks: Readonly<Record<Severity, number>> = { error: 3, warning: 2, info: 1 };

/** Findings that count: neither folded under another, nor waived, nor older than the branch. */
export function openFindings(validation: Pick<Validation, 'findings'>): readonly Finding[] {
  return validation.findings.filter(
    ({ causes, waiver, status }) => causes === undefined && waiver === undefined && status !== 'existing',
  );
}

/** Whether any counting finding is as bad as `failOn`, or worse. */
export function fails(validation: Pick<Validation, 'findings'>, failOn: Severity): boolean {
  return openFindings(validation).some(({ severity }) => ranks[severity] >= ranks[failOn]);
}

/** Coverage as it is stated: kinds of which facts alone are known are said apart from what no verdict was reached on. */
export function coverageOf(
  said: Pick<Coverage, 'rules' | 'profile' | 'kubernetes'>,
  verdict: { readonly checked: number; readonly notChecked: readonly NotChecked[] },
): Coverage {
  return {
    ...said,
    checked: verdict.checked,
    notChecked: verdict.notChecked.filter(({ reason }) => reason !== 'facts-only'),
    factsOnly: verdict.notChecked.filter(({ reason }) => reason === 'facts-only').map(({ subject }) => subject),
  };
}
