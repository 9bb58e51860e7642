import { expect, test } from 'vitest';
import { kubeLinterCases, polarisCases } from './cases.ts';
import type { ToolCase } from './case.ts';
import { compare } from './disagreement.ts';
import { disagreements } from './disagreements.ts';
import { firingChecks, rulesFor } from './our-verdict.ts';

/** How many checks each tool has, by its own list (kube-linter 0.7, Polaris 10). */
const tools = [
  { tool: 'kube-linter', checks: 63, cases: kubeLinterCases },
  { tool: 'polaris', checks: 44, cases: polarisCases },
] as const;

test.each(tools)(
  '$tool: every check has at least three cases, some that fire and some that pass',
  ({ checks, cases }) => {
    const byCheck = new Map<string, ToolCase[]>();
    for (const one of cases) byCheck.set(one.check, [...(byCheck.get(one.check) ?? []), one]);
    expect(byCheck.size).toBe(checks);
    const thin = [...byCheck].filter(
      ([, own]) => own.length < 3 || own.every(({ fires }) => fires) || own.every(({ fires }) => !fires),
    );
    expect(thin.map(([check]) => check)).toEqual([]);
  },
);

test.each(tools)(
  '$tool: each check has a rule of ours that finds and passes the same, or the reason stands here',
  ({ tool, cases }) => {
    expect([...new Set(cases.map(({ check }) => check))].filter((check) => rulesFor(check).length === 0)).toEqual([]);
    const verdicts = cases.map(({ check, name, fires, objects }) => ({
      check,
      name,
      theirs: fires,
      ours: firingChecks(objects, [check]).has(check),
    }));
    const known = disagreements.filter(({ check }) => check.startsWith(`${tool}/`));
    const { equal, all, unexplained, unused } = compare(verdicts, known);
    console.log(
      `${tool}: ${equal} of ${all} verdicts agree (${((100 * equal) / all).toFixed(1)} %), ${all - equal} differ on purpose`,
    );
    expect(unexplained).toEqual([]);
    expect(unused).toEqual([]);
  },
);
