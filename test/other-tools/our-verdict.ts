import { builtInRules, judge } from '#src/validate/index.ts';
import type { Json } from './objects.ts';

/** The rules of ours that stand for a check of another tool. */
export function rulesFor(check: string) {
  return builtInRules.filter(({ aliases = [] }) => aliases.includes(check));
}

/** The checks of other tools that find something in the objects, if their rules here do: each check of `checks` that fires. */
export function firingChecks(objects: readonly Json[] | string, checks: readonly string[]): ReadonlySet<string> {
  const rules = builtInRules.filter(({ aliases = [] }) => aliases.some((alias) => checks.includes(alias)));
  const text =
    typeof objects === 'string' ? objects : JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects });
  const target = { minor: 36, podSecurity: { level: 'restricted' } } as const;
  const { findings } = judge([{ path: 'case.yaml', text }], { target, rules });
  const open = findings.filter(({ waiver }) => waiver === undefined);
  return new Set(open.flatMap(({ aliases = [] }) => aliases).filter((alias) => checks.includes(alias)));
}

/** Objects of API versions that are gone are refused as a whole: no other rule has a say. */
export function usesRemovedVersion(text: string): boolean {
  const { findings } = judge([{ path: 'case.yaml', text }], {
    target: { minor: 36 },
    rules: builtInRules.filter(({ id }) => id === 'removed-api'),
  });
  return findings.length > 0;
}
