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

/** A shell script in parts: titles and notes are comments, so that a part can be piped to a shell as it is printed. */
export function bootstrapText(report: BootstrapReport): string {
  return report.parts
    .map((part, index) => {
      const head = [`# Part ${index + 1}: ${part.title}`, ...part.notes.map((note) => `# ${note}`)];
      return `${[...head, ...part.commands].join('\n')}\n`;
    })
    .join('\n');
}
