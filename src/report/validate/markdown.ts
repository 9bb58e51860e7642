import { formatLocation, formatObject } from '../../kernel/index.ts';
import type { Finding } from '../../kernel/index.ts';
import type { Validation } from '../../validate/index.ts';
import { count } from '../words.ts';
import { coverageSaid, reasonOf } from './coverage.ts';
import { summaryOf } from './document.ts';
import { openFindings, relatedSaid } from './open-findings.ts';

/** GitHub refuses comments above 65,536 characters; the rest of a long table is in the other reports. */
const mostOfTable = 50_000;

/** For a pull request's comment or a job's summary. */
export function validateMarkdown(validation: Validation): string {
  const { error, warning, info, waived, existing = 0 } = summaryOf(validation);
  const open = openFindings(validation.findings);
  const { coverage } = validation;
  const lines = [
    '## keelson validate',
    '',
    open.length === 0
      ? `Nothing found in ${count(coverage.checked, 'object')}.`
      : `${count(error, 'error')}, ${count(warning, 'warning')}, ${info} info.`,
    '',
  ];
  if (open.length > 0) {
    const rows = fitting(open.map(row));
    lines.push('| | Where | What | Fix |', '| --- | --- | --- | --- |', ...rows, '');
    if (open.length > rows.length) lines.push(`${open.length - rows.length} more are not shown.`, '');
  }
  if (waived > 0) lines.push(`- ${count(waived, 'finding')} waived.`);
  if (existing > 0) lines.push(`- ${count(existing, 'existing finding')} not shown: not of this branch.`);
  for (const gap of coverage.notChecked) {
    lines.push(`- Not checked: \`${code(gap.subject)}\` (${gap.count}): ${reasonOf(gap)}.`);
  }
  if (coverage.factsOnly.length > 0) {
    const kinds = coverage.factsOnly.map((kind) => `\`${code(kind)}\``).join(', ');
    lines.push(`- Checked by facts alone, without constraints and rules of their definitions: ${kinds}.`);
  }
  lines.push('', `${coverageSaid(validation).replace('checked', 'Checked')}.`);
  return `${lines.join('\n')}\n`;
}

function fitting(rows: readonly string[]): readonly string[] {
  let left = mostOfTable;
  const end = rows.findIndex((one) => (left -= one.length + 1) < 0);
  return end < 0 ? rows : rows.slice(0, end);
}

function row(finding: Finding): string {
  const where = finding.location === undefined ? (finding.unit?.id ?? '') : formatLocation(finding.location);
  const object = finding.object === undefined ? '' : `<br>${cell(formatObject(finding.object))}`;
  return `| ${finding.severity} | \`${code(where)}\`${object} | ${cell([finding.message, ...(finding.related ?? []).map((one) => `also: ${relatedSaid(one)}`)].join('\n'))}<br>\`${finding.rule}\` | ${cell(finding.fix).replaceAll('\\`', '`')} |`;
}

/** A cell may hold neither a bar, nor a line break, nor markup of its own. */
function cell(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[\\`*_[\]|@#]/g, (mark) => `\\${mark}`)
    .replace(/\s*\n\s*/g, '<br>');
}

function code(text: string): string {
  return text.replaceAll('`', "'").replaceAll('|', '\\|').replace(/\s+/g, ' ');
}
