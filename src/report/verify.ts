import { formatLocation, formatObject } from '../kernel/index.ts';
import type { Drift, DriftCause, DriftReport } from '../drift/index.ts';
import type { ReportBody } from './documents.ts';
import { compare, plain } from './envelope.ts';
import type { Paint } from './paint.ts';
import { count } from './words.ts';

const said: Readonly<Record<DriftCause, string>> = {
  'hand-edited': 'its digest does not match its content',
  'stale-render': 'its source renders something else now',
  'tool-changed': 'another version of the tools rendered it, no declaration moved since',
  'stray-file': 'keelson did not render it',
  'missing-file': 'its source renders it, and it is not there',
};

const fixes: Readonly<Record<DriftCause, string>> = {
  'hand-edited': 'Make the change in the source, then run `keelson synth`.',
  'stale-render': 'Run `keelson synth` and commit dist/.',
  'tool-changed': 'Run `keelson synth` and commit dist/ in a change of its own.',
  'stray-file': 'Move the file out of dist/ or delete it.',
  'missing-file': 'Run `keelson synth` and commit dist/.',
};

const conflictSaid = 'a merge left its conflict markers here';
const conflictFix =
  'Resolve the conflict in the source, if there is one; then run `keelson synth`: it renders this file anew.';

export function verifyBody(report: DriftReport): ReportBody {
  return {
    senses: report.senses,
    drifts: plain(sorted(report.drifts).map(withoutDiff)),
    declared: plain(sorted(report.declared).map(withoutDiff)),
    undetermined: plain(
      report.undetermined.toSorted((a, b) => compare(a.subject, b.subject) || compare(a.code, b.code)),
    ),
    lag: [],
    summary: report.summary,
  };
}

/** The diff is for people: `fields` says the same in the document. */
function withoutDiff(drift: Drift): Omit<Drift, 'diff'> {
  return Object.fromEntries(Object.entries(drift).filter(([key]) => key !== 'diff')) as unknown as Omit<Drift, 'diff'>;
}

/** Each file with what is wrong, where it was declared, its diff and the fix; then one line of totals. */
export function verifyText(report: DriftReport, paint: Paint): string {
  const lines: string[] = [];
  for (const drift of sorted(report.drifts)) {
    const conflict = hasConflict(drift);
    lines.push(`${paint.bold(drift.file)}: ${paint.red(drift.cause)}: ${conflict ? conflictSaid : said[drift.cause]}`);
    if (drift.object !== undefined) lines.push(`   object    ${formatObject(drift.object)}`);
    if (drift.declared !== undefined) {
      lines.push(`   declared  ${formatLocation(drift.declared)} (${drift.declared.symbol})`);
    }
    for (const line of (drift.diff ?? '').split('\n').filter((text) => text !== ''))
      lines.push(`      ${tint(line, paint)}`);
    lines.push(`   fix       ${conflict ? conflictFix : fixes[drift.cause]}`);
  }
  for (const gap of report.undetermined) {
    lines.push(`${paint.yellow('undetermined:')} ${gap.subject}: ${gap.message} [${gap.code}]`);
  }
  lines.push(verdict(report));
  return `${lines.join('\n')}\n`;
}

/** Rendered files meet in merges; nobody has to resolve them by hand. */
function hasConflict({ cause, diff = '' }: Drift): boolean {
  return cause === 'hand-edited' && /^\+<{7} /m.test(diff);
}

/** "Equals" is said only when everything was compared. */
function verdict(report: DriftReport): string {
  const gaps = report.undetermined.length;
  if (report.drifts.length > 0) {
    return `dist/ differs from its source in ${count(report.drifts.length, 'file')}${gaps === 0 ? '' : `, ${gaps} undetermined`}`;
  }
  return gaps === 0 ? 'dist/ equals its source' : `dist/ could not be verified: ${gaps} undetermined`;
}

function tint(line: string, paint: Paint): string {
  if (line.startsWith('+')) return paint.green(line);
  return line.startsWith('-') ? paint.red(line) : line;
}

function sorted(drifts: readonly Drift[]): readonly Drift[] {
  return drifts.toSorted((a, b) => compare(a.unit?.id ?? '', b.unit?.id ?? '') || compare(a.file, b.file));
}
