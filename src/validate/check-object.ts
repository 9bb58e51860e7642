import type { Finding, JsonObject } from '../kernel/index.ts';
import { findingOf } from './finding.ts';
import { tellRepeatsApart } from './fingerprint.ts';
import { foldRestated } from './fold-restated.ts';
import { foldFindings } from './fold.ts';
import type { Locate } from './locate.ts';
import type { ObjectRule, RuleMetadata } from './rule.ts';
import { crashOf, refusePromise } from './rule-crash.ts';
import { ruleCrashedRule } from './rules/file-rules.ts';
import { suppressed } from './suppression.ts';
import { gap } from './validation.ts';
import type { NotChecked } from './validation.ts';
import type { ObjectView } from './view.ts';

export interface ObjectVerdict {
  readonly findings: readonly Finding[];
  readonly notChecked: readonly NotChecked[];
}

/** What an organisation set, by rule. */
export type RuleOptions = Readonly<Record<string, JsonObject>>;

const noOptions: JsonObject = {};

export function optionsOf({ id, options }: RuleMetadata, own: RuleOptions | undefined): JsonObject {
  const set = own?.[id];
  return set === undefined ? (options ?? noOptions) : { ...options, ...set };
}

export function checkObject(
  view: ObjectView,
  rules: readonly ObjectRule[],
  locate: Locate,
  ruleOptions?: RuleOptions,
): ObjectVerdict {
  const findings: Finding[] = [];
  const notChecked: NotChecked[] = [];
  const { ref, manifest } = view;
  for (const rule of rules) {
    try {
      const returned: unknown = rule.check(
        view,
        (problem) => {
          const finding = findingOf(rule, problem, { ref, manifest, locate });
          findings.push(suppressed(finding, rule, { object: view.decoded.object, pod: view.pod }));
        },
        (reason, subject) => {
          // An object counts once, however many of its definition's rules were left out.
          if (notChecked.some((one) => one.reason === reason && one.subject === subject)) return;
          notChecked.push({ ...gap(reason, subject, 1), objects: [ref] });
        },
        optionsOf(rule, ruleOptions),
      );
      refusePromise(returned);
    } catch (error) {
      // One rule's defect must not hide what the others find, nor pass for a verdict.
      const problem = crashOf(rule, error, ' on this object');
      findings.push(findingOf(ruleCrashedRule, problem, { ref, manifest, locate }));
      notChecked.push({ ...gap('rule-crashed', rule.id, 1), objects: [ref] });
    }
  }
  if (findings.length < 2) return { findings, notChecked };
  return { findings: foldRestated(foldFindings(tellRepeatsApart(findings), manifest.value), rules), notChecked };
}

/** Facts alone are a verdict, though not a whole one. */
export function isChecked({ notChecked }: ObjectVerdict): boolean {
  return notChecked.every(({ reason }) => reason === 'facts-only');
}
