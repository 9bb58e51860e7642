import type { Severity } from '../../kernel/index.ts';
import type { Validation } from '../../validate/index.ts';
import type { ReportBody } from '../documents.ts';
import { plain } from '../envelope.ts';

/** The `validate` document of docs/schemas. */
export function validateBody(validation: Validation): ReportBody {
  return {
    summary: plain(summaryOf(validation)) as ReportBody['summary'],
    findings: plain(validation.findings),
    coverage: plain(validation.coverage),
  };
}

export interface ValidateSummary extends Record<Severity, number> {
  readonly waived: number;
  readonly folded: number;
  readonly objects: number;
  readonly units: number;
}

/** Folded findings are counted apart: they say nothing that their cause does not. */
export function summaryOf({ findings, objects, units }: Validation): ValidateSummary {
  const counts = { error: 0, warning: 0, info: 0 };
  let folded = 0;
  for (const finding of findings) {
    if (finding.causes === undefined) counts[finding.severity]++;
    else folded++;
  }
  return { ...counts, waived: 0, folded, objects, units };
}
