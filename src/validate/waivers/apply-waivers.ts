import type { Finding } from '../../kernel/index.ts';
import type { Fleet, Unit, Waiver } from '../../model/types.ts';
import { tellRepeatsApart } from '../fingerprint.ts';
import { coversFinding, coversUnit, isNarrow } from './scope.ts';
import { isExpired, waiverFindings } from './waiver-findings.ts';

export interface WaiverRun {
  readonly fleet: Fleet;
  /** In UTC: `2026-11-21`. */
  readonly today: string;
  /** Those that were judged. */
  readonly units: readonly Unit[];
  /** Ids of the rules that were asked for, also those that a tier leaves out. */
  readonly rules: ReadonlySet<string>;
  /** Ids of the rules that failed: what they would have found is not known. */
  readonly crashed: ReadonlySet<string>;
}

/**
 * The findings with those that a waiver covers marked, and after them what is wrong with the waivers. A waiver that holds for none of
 * the units that were judged is not spoken of; whether one is of use is known only when its rule was asked for.
 */
export function applyWaivers(findings: readonly Finding[], run: WaiverRun): readonly Finding[] {
  const { fleet, today, rules } = run;
  const { waivers } = fleet.policy;
  if (waivers.length === 0) return findings;
  const judgedUnits = new Set(run.units.map(({ ref }) => ref.id));
  const byRule = new Map<string, Finding[]>();
  for (const finding of findings) {
    const same = byRule.get(finding.rule);
    if (same === undefined) byRule.set(finding.rule, [finding]);
    else same.push(finding);
  }
  const covering = new Map<Finding, Waiver>();
  const about: Finding[] = [];
  for (const waiver of waivers) {
    const units = fleet.units.filter(({ ref }) => coversUnit(waiver.scope, ref));
    const inView = units.filter(({ ref }) => judgedUnits.has(ref.id));
    if (inView.length === 0 && units.length > 0) continue;
    const covered = (byRule.get(waiver.rule) ?? []).filter((finding) => coversFinding(waiver.scope, finding));
    const asked = rules.has(waiver.rule);
    const whole = asked && inView.length === units.length && !run.crashed.has(waiver.rule);
    about.push(...waiverFindings({ waiver, covered, asked, whole }, fleet, today));
    if (!isNarrow(waiver.scope) || isExpired(waiver, today)) continue;
    for (const finding of covered) if (!covering.has(finding)) covering.set(finding, waiver);
  }
  return [...findings.map((finding) => waived(finding, covering.get(finding))), ...tellRepeatsApart(about)];
}

/** What an annotation has waived already stays as it is. */
function waived(finding: Finding, waiver: Waiver | undefined): Finding {
  if (waiver === undefined || finding.waiver !== undefined) return finding;
  const { reason, owner, expires } = waiver;
  return { ...finding, waiver: { reason, owner, expires } };
}
