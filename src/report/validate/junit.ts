import { formatLocation, formatObject } from '../../kernel/index.ts';
import type { Finding } from '../../kernel/index.ts';
import type { Validation } from '../../validate/index.ts';
import { coverageSaid, reasonOf } from './coverage.ts';
import { openFindings, relatedSaid } from './open-findings.ts';

/**
 * JUnit XML: a suite per file, a case per rule and object with a finding, skipped cases for what was not checked. A file without
 * findings has no suite of its own; the one case of the first suite that always passes says what was checked.
 */
export function validateJunit(validation: Validation): string {
  const open = openFindings(validation.findings);
  const files = new Map<string, Finding[]>();
  for (const finding of open) {
    const file = finding.location?.file ?? finding.unit?.id ?? '';
    files.set(file, [...(files.get(file) ?? []), finding]);
  }
  const suites = [...files].map(([file, findings]) => suite(file, findings.map(failure)));
  const gaps = validation.coverage.notChecked.map(
    (gap) =>
      `<testcase classname="coverage" name="${xml(gap.subject)}"><skipped>${xml(reasonOf(gap))}</skipped></testcase>`,
  );
  const passed = `<testcase classname="coverage" name="${xml(coverageSaid(validation))}"/>`;
  const all = [suite('coverage', [passed, ...gaps], gaps.length), ...suites];
  const failures = open.length;
  const tests = failures + gaps.length + 1;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="keelson validate" tests="${tests}" failures="${failures}">\n${all.join('')}</testsuites>\n`;
}

function suite(name: string, cases: readonly string[], skipped?: number): string {
  const failures = skipped === undefined ? cases.length : 0;
  return `  <testsuite name="${xml(name)}" tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped ?? 0}">\n${cases
    .map((one) => `    ${one}\n`)
    .join('')}  </testsuite>\n`;
}

function failure(finding: Finding): string {
  const object = finding.object === undefined ? 'file' : formatObject(finding.object);
  const place = finding.location === undefined ? '' : `${formatLocation(finding.location)}: `;
  const also = (finding.related ?? []).map((one) => `\nalso: ${relatedSaid(one)}`).join('');
  const body = `${place}${finding.message}${also}\nfix: ${finding.fix}\ndocs: ${finding.docs}`;
  return `<testcase classname="${xml(finding.rule)}" name="${xml(`${object} ${finding.pointer ?? ''}`.trimEnd())}"><failure type="${finding.severity}" message="${xml(finding.message)}">${xml(body)}</failure></testcase>`;
}

/** XML 1.0 has no way to write most control characters: they become the replacement character. */
function xml(text: string): string {
  return (
    text
      // oxlint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll('\n', '&#10;')
  );
}
