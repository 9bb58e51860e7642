import type { Finding, Severity } from '../../kernel/index.ts';
import type { Validation } from '../../validate/index.ts';
import { coverageLines } from './coverage.ts';
import { openFindings, relatedSaid } from './open-findings.ts';
import { withFix } from './sentence.ts';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Workflow commands of GitHub Actions: each finding becomes an annotation at its line in the pull request; the last says what was checked. */
export function validateGithub(validation: Validation): string {
  const lines = openFindings(validation.findings).map(line);
  const coverage = `::notice title=keelson validate::${data(coverageLines(validation).join('\n'))}`;
  return `${[...lines, coverage].join('\n')}\n`;
}

function line(finding: Finding): string {
  const { severity, location, rule } = finding;
  const properties: string[] = [];
  if (location !== undefined) {
    properties.push(`file=${property(location.file)}`, `line=${location.line}`, `col=${location.column}`);
    // GitHub refuses columns over several lines.
    if (location.endLine === location.line && location.endColumn !== undefined) {
      properties.push(`endColumn=${location.endColumn}`);
    }
  }
  properties.push(`title=${property(rule)}`);
  return `::${commands[severity]} ${properties.join(',')}::${data([withFix(finding), ...(finding.related ?? []).map((one) => `also: ${relatedSaid(one)}`)].join('\n'))}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
