import type { InitReport, ReportBody } from './documents.ts';
import { compare } from './envelope.ts';
import type { Paint } from './paint.ts';

export function initBody(report: InitReport): ReportBody {
  return {
    directory: report.directory,
    files: report.files.toSorted(compare),
    next: report.next,
    summary: { files: report.files.length },
  };
}

export function initText(report: InitReport, paint: Paint): string {
  const files = report.files.toSorted(compare).map((file) => `${paint.green('+')} ${file}`);
  return `${[...files, '', 'Next:', ...report.next.map((command) => `  ${command}`)].join('\n')}\n`;
}
