import type { Severity } from '../../kernel/index.ts';
import { openFindings } from './open-findings.ts';
import type { Validation } from '../../validate/index.ts';
import type { ReportBody } from '../documents.ts';
import { plain } from '../envelope.ts';

/** The `validate` document of docs/schemas. */
export function validateBody(validation: Validation): ReportBody {
  return {
    summary: plain(summaryOf(validation)) as ReportBody['summary'],
    ...(validation.base === undefined ? {} : { base: plain(validation.base) }),
    findings: plain(validation.findings),
    coverage: plain(validation.coverage),
  };
}

export interface ValidateSummary extends Readonly<Record<Severity, number>> {
  readonly waived: number;
  readonly folded: number;
  /** With a base. */
  readonly existing?: number;
  readonly objects: number;
  readonly units: number;
}

/** Folded findings are counted apart: they say nothing that their cause does not. What is waived, or older than the branch, is, too. */
export function summaryOf(validation: Validation): ValidateSummary {
  const { findings, objects, units, base } = validation;
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of openFindings(findings)) counts[severity]++;
  const folded = findings.filter(({ causes }) => causes !== undefined).length;
  const unfolded = findings.filter(({ causes }) => causes === undefined);
  const waived = unfolded.filter(({ waiver }) => waiver !== undefined).length;
  const existing = unfolded.filter(({ waiver, status }) => waiver === undefined && status === 'existing').length;
  return { ...counts, waived, folded, ...(base === undefined ? {} : { existing }), objects, units };
}
