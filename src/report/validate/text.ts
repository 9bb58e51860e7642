import { formatLocation, formatObject } from '../../kernel/index.ts';
import type { Finding, Severity } from '../../kernel/index.ts';
import type { Validation } from '../../validate/index.ts';
import { excerpt, labelled } from '../excerpt.ts';
import type { ReadLine } from '../excerpt.ts';
import type { Paint } from '../paint.ts';
import { count } from '../words.ts';
import { coverageSaid, factsOnlySaid, reasonOf } from './coverage.ts';
import { summaryOf } from './document.ts';
import { openFindings, relatedSaid, waivedFindings, waiverSaid } from './open-findings.ts';
import { aboutSecret } from './secret.ts';

/** Every counting finding as a block, and with `showWaived` the waived ones; then what was not checked, then one line of totals. */
export function validateText(validation: Validation, readLine: ReadLine, paint: Paint, showWaived = false): string {
  const folded = new Map<string, number>();
  for (const cause of validation.findings.flatMap((finding) => finding.causes ?? [])) {
    folded.set(cause, (folded.get(cause) ?? 0) + 1);
  }
  const { findings } = validation;
  const blocks = [...openFindings(findings), ...(showWaived ? waivedFindings(findings) : [])].map((finding) =>
    block(finding, folded.get(finding.fingerprint) ?? 0, readLine, paint),
  );
  return `${blocks.join('')}${coverageText(validation, paint)}`;
}

function block(finding: Finding, follows: number, readLine: ReadLine, paint: Paint): string {
  const { location, declared } = finding;
  const place = location === undefined ? '' : `${paint.bold(formatLocation(location))}: `;
  const lines = [`${place}${severity(finding.severity, paint)} ${finding.message} ${paint.dim(`[${finding.rule}]`)}`];
  if (location !== undefined && !aboutSecret(finding)) {
    const source = readLine(location.file, location.line);
    if (source !== undefined) lines.push(...excerpt(source, location, paint));
  }
  if (finding.object !== undefined) lines.push(...labelled('object', formatObject(finding.object), paint));
  if (declared !== undefined) {
    const made = finding.constructPath === undefined ? declared.symbol : `${declared.symbol}/${finding.constructPath}`;
    lines.push(...labelled('declared', `${formatLocation(declared)} (${made})`, paint));
    const { declaration } = finding;
    if (declaration !== undefined && formatLocation(declaration) !== formatLocation(declared))
      lines.push(...labelled('for', `${formatLocation(declaration)} (${declaration.symbol})`, paint));
  }
  for (const one of finding.related ?? []) lines.push(...labelled('also', relatedSaid(one), paint));
  if (finding.waiver !== undefined) lines.push(...labelled('waiver', waiverSaid(finding), paint));
  lines.push(...labelled('fix', finding.fix, paint), ...labelled('docs', finding.docs, paint));
  if (follows > 0)
    lines.push(
      ...labelled(
        'folded',
        `${count(follows, 'finding')} that ${follows === 1 ? 'follows' : 'follow'} from this one`,
        paint,
      ),
    );
  return `${lines.join('\n')}\n\n`;
}

function severity(value: Severity, paint: Paint): string {
  if (value === 'error') return paint.red('error:');
  return value === 'warning' ? paint.yellow('warning:') : paint.dim('info:');
}

/** What was looked at, against which versions, with which rules, and what was not. */
function coverageText(validation: Validation, paint: Paint): string {
  const lines = validation.coverage.notChecked.map(
    (gap) =>
      `${paint.yellow('not checked:')} ${gap.subject}${gap.count > 1 ? ` (${gap.count})` : ''}: ${reasonOf(gap)} [${gap.reason}]`,
  );
  const facts = factsOnlySaid(validation);
  if (facts !== undefined) lines.push(facts);
  const { existing = 0 } = summaryOf(validation);
  if (existing > 0) {
    const where = validation.base === undefined ? '' : `: ${validation.base.ref} had ${existing === 1 ? 'it' : 'them'}`;
    lines.push(`${count(existing, 'existing finding')} ${existing === 1 ? 'is' : 'are'} not shown${where}`);
  }
  lines.push(coverageSaid(validation), verdict(validation, paint));
  return `${lines.join('\n')}\n`;
}

/** "Valid" is said only when everything was checked. */
function verdict(validation: Validation, paint: Paint): string {
  const { error, warning, info, folded, waived, existing = 0 } = summaryOf(validation);
  const aside = `${folded > 0 ? `, ${folded} folded` : ''}${waived > 0 ? `, ${waived} waived` : ''}`;
  if (error + warning + info === 0) {
    if (validation.objects === 0) return 'no objects found';
    const all = validation.coverage.checked === validation.objects && validation.coverage.notChecked.length === 0;
    if (existing > 0) return `nothing new found${aside}`;
    return `${all ? paint.green('valid') : 'nothing found in what was checked'}${aside}`;
  }
  const said = [count(error, 'error'), count(warning, 'warning'), ...(info > 0 ? [`${info} info`] : [])];
  return `${said.join(', ')}${aside}`;
}
