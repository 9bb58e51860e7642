import type { Finding, Location, Severity } from '../../kernel/index.ts';
import type { Validation } from '../../validate/index.ts';
import { coverageSaid, reasonOf } from './coverage.ts';
import { formatObject } from '../../kernel/index.ts';
import { withFix } from './sentence.ts';

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/**
 * SARIF 2.1.0 (OASIS), as GitHub code scanning takes it: every result with a real region and a fingerprint that does not
 * move with lines. Folded findings are left out: their cause is there.
 */
export function validateSarif(validation: Validation, version: string): string {
  const results = validation.findings.filter((finding) => finding.causes === undefined);
  const places = new Map(validation.rules.map(({ id }, index) => [id, index]));
  const run = {
    tool: {
      driver: {
        name: 'keelson',
        informationUri: 'https://keelson.dev',
        semanticVersion: version,
        rules: validation.rules.map((rule) => ({
          id: rule.id,
          shortDescription: { text: rule.title },
          // Code scanning asks for both.
          fullDescription: { text: `${rule.title} ${rule.fix}` },
          help: { text: rule.fix },
          defaultConfiguration: { level: levels[rule.severity] },
        })),
      },
    },
    columnKind: 'utf16CodeUnits',
    invocations: [
      {
        executionSuccessful: true,
        toolExecutionNotifications: [
          ...validation.coverage.notChecked.map((gap) => ({
            level: 'warning',
            descriptor: { id: gap.reason },
            message: { text: `not checked: ${gap.subject}: ${reasonOf(gap)}` },
          })),
          { level: 'note', descriptor: { id: 'coverage' }, message: { text: coverageSaid(validation) } },
        ],
      },
    ],
    results: results.map((finding) => resultOf(finding, places)),
  };
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function resultOf(finding: Finding, places: ReadonlyMap<string, number>): object {
  const index = places.get(finding.rule);
  return {
    ruleId: finding.rule,
    ...(index === undefined ? {} : { ruleIndex: index }),
    level: levels[finding.severity],
    message: { text: withFix(finding) },
    ...(finding.location === undefined ? {} : { locations: [{ physicalLocation: physical(finding.location) }] }),
    ...relatedOf(finding),
    ...(finding.status === undefined ? {} : { baselineState: finding.status === 'new' ? 'new' : 'unchanged' }),
    ...(finding.waiver === undefined
      ? {}
      : { suppressions: [{ kind: 'external', status: 'accepted', justification: finding.waiver.reason }] }),
    partialFingerprints: { 'keelson/v1': finding.fingerprint },
  };
}

function relatedOf({ related = [] }: Finding): object {
  const placed = related.flatMap(({ object, location }) =>
    location === undefined ? [] : [{ physicalLocation: physical(location), message: { text: formatObject(object) } }],
  );
  return placed.length === 0 ? {} : { relatedLocations: placed };
}

function physical({ file, line, column, endLine, endColumn }: Location): object {
  return {
    artifactLocation: { uri: uriOf(file) },
    region: {
      startLine: line,
      startColumn: column,
      ...(endLine === undefined ? {} : { endLine }),
      ...(endColumn === undefined ? {} : { endColumn }),
    },
  };
}

/** A path from the root of the repository stays relative; one from the root of the machine is a URI of its own. */
function uriOf(file: string): string {
  const path = file.split('/').map(encodeURIComponent).join('/');
  return file.startsWith('/') ? `file://${path}` : path.replace(/^(?:\.\/)+/, '');
}
