import type { Finding } from '../kernel/index.ts';

/** Rules about the form of an object: what they find makes later rules stumble. */
const structural = new Set(['field-types', 'known-fields']);

/**
 * Folds what follows under its cause, within one object: what is said of a value that has the wrong type (and was left out for
 * the later rules), or of a field that is missing because its name is misspelt.
 */
export function foldFindings(findings: readonly Finding[]): readonly Finding[] {
  const causes = findings.filter(({ rule }) => structural.has(rule));
  if (causes.length === 0) return findings;
  return findings.map((finding) => {
    if (structural.has(finding.rule)) return finding;
    const own = causes.filter((cause) => follows(finding, cause)).map(({ fingerprint }) => fingerprint);
    return own.length === 0 ? finding : { ...finding, causes: own };
  });
}

function follows(finding: Finding, { rule, pointer: cause = '', allowed }: Finding): boolean {
  const { pointer: later = '' } = finding;
  if (rule === 'field-types') {
    return within(later, cause) || (finding.messageId === 'required' && within(cause, later));
  }
  if (allowed === undefined) return false;
  const parent = cause.slice(0, cause.lastIndexOf('/'));
  return allowed.split(', ').some((name) => within(later, `${parent}/${name}`));
}

function within(inner: string, outer: string): boolean {
  return inner === outer || inner.startsWith(`${outer}/`);
}
