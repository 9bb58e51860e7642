import type { ImageSetReport, ReportBody } from './documents.ts';
import { plain } from './envelope.ts';

export function imageSetBody(report: ImageSetReport): ReportBody {
  const { action, ...rest } = report;
  return { ...(plain(rest) as Record<string, string>), action, summary: { changed: action === 'unchanged' ? 0 : 1 } };
}

export function imageSetText(report: ImageSetReport): string {
  const name = `${report.tenant}/${report.app} in ${report.environment}`;
  if (report.action === 'unchanged') return `${name} already has ${report.image} (${report.file})\n`;
  const before = report.previous === undefined ? '' : `   before    ${report.previous}\n`;
  return `${name} gets ${report.image}\n${before}   file      ${report.file}\n   next      Run \`keelson synth\` and commit both.\n`;
}
