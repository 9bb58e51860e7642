import type { BootstrapReport, ReportBody } from './documents.ts';
import { plain } from './envelope.ts';

export function bootstrapBody(report: BootstrapReport): ReportBody {
  return {
    hub: report.hub,
    parts: plain(report.parts),
    summary: {
      parts: report.parts.length,
      commands: report.parts.reduce((sum, part) => sum + part.commands.length, 0),
    },
  };
}

/** A shell script: the titles are comments, so that what is printed can be read, cut, and piped to a shell as it is. */
export function bootstrapText(report: BootstrapReport): string {
  return report.parts
    .map((part, index) => `${[`# Part ${index + 1}: ${part.title}`, ...part.commands].join('\n')}\n`)
    .join('\n');
}
