import type { Finding } from '../kernel/index.ts';
import type { RuleMetadata } from './rule.ts';

/**
 * Folds what one rule says under what a stricter rule says of the same place, or of what holds it: a privileged container is one
 * problem, whether policy, the Pod Security Standards or both were asked.
 */
export function foldRestated(findings: readonly Finding[], rules: readonly RuleMetadata[]): readonly Finding[] {
  const restates = new Map<string, readonly string[]>();
  for (const rule of rules) if (rule.restates !== undefined) restates.set(rule.id, rule.restates);
  if (restates.size === 0 || !findings.some(({ rule }) => restates.has(rule))) return findings;
  return findings.map((finding) => {
    const stricter = restates.get(finding.rule);
    if (stricter === undefined || finding.causes !== undefined) return finding;
    const causes = findings
      .filter(({ rule, waiver }) => stricter.includes(rule) && waiver === undefined)
      .filter(({ pointer = '' }) => holds(pointer, finding.pointer ?? ''))
      .map(({ fingerprint }) => fingerprint);
    return causes.length === 0 ? finding : { ...finding, causes };
  });
}

function holds(outer: string, inner: string): boolean {
  return inner === outer || inner.startsWith(`${outer}/`);
}
