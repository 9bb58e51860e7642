import { formatLocation } from '../kernel/index.ts';
import type { UserError } from '../kernel/index.ts';
import type { Paint } from './paint.ts';

/** The text of a line of a file (1-based), undefined when it cannot be read. */
export type ReadLine = (file: string, line: number) => string | undefined;

/**
 * An error as a block: place, message and code; the source line with a caret; the fix.
 *
 *     tenants/payments.ts:12:3: error: ... [unknown-parent]
 *        12 |   parent: 'comerce',
 *           |           ^~~~~~~~~
 *        fix       ...
 */
export function formatUserError(error: UserError, readLine: ReadLine, paint: Paint): string {
  const { location } = error;
  const place = location === undefined ? '' : `${paint.bold(formatLocation(location))}: `;
  const lines = [`${place}${paint.red('error:')} ${error.message} ${paint.dim(`[${error.code}]`)}`];
  if (location !== undefined && location.commit === undefined) {
    const source = readLine(location.file, location.line);
    if (source !== undefined) lines.push(...excerpt(source, location, paint));
  }
  if (error.hint !== undefined) lines.push(...labelled('fix', error.hint, paint));
  return `${lines.join('\n')}\n`;
}

/** The credentials of a URL as stars, one for each character: a log is read by more people than the file is. */
function withoutCredentials(line: string): string {
  return line.replace(/(?<=:\/\/)[^\s/'"`@]+(?=@)/gu, (credentials) => '*'.repeat(credentials.length));
}

function excerpt(line: string, location: NonNullable<UserError['location']>, paint: Paint): readonly string[] {
  const source = withoutCredentials(line);
  const number = String(location.line).padStart(5);
  const start = Math.min(location.column, source.length + 1);
  const sameLine = location.endLine === undefined || location.endLine === location.line;
  const end = sameLine ? (location.endColumn ?? start + 1) : source.length + 1;
  const width = Math.max(1, Math.min(end, source.length + 1) - start);
  // Tabs stay tabs, so that the caret stands under its character whatever the terminal's tab width is.
  const indent = source.slice(0, start - 1).replace(/[^\t]/gu, ' ');
  const gutter = ' '.repeat(number.length);
  return [
    `${paint.dim(`${number} |`)} ${source}`,
    `${paint.dim(`${gutter} |`)} ${indent}${paint.red(`^${'~'.repeat(width - 1)}`)}`,
  ];
}

/** `   fix       text`, further lines of the text aligned below the first. */
function labelled(label: string, text: string, paint: Paint): readonly string[] {
  return text
    .split('\n')
    .map((line, index) => (index === 0 ? `   ${paint.dim(label.padEnd(9))} ${line}` : `${' '.repeat(13)}${line}`));
}
