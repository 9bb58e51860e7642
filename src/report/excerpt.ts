import type { Location } from '../kernel/index.ts';
import type { Paint } from './paint.ts';

/** The text of a line of a file (1-based), undefined when it cannot be read. */
export type ReadLine = (file: string, line: number) => string | undefined;

/** Of a longer line, such as a JSON text without breaks, the part around the place is shown. */
const longest = 160;
const before = 60;

/** The line with a caret under the place. */
export function excerpt(line: string, location: Location, paint: Paint): readonly string[] {
  const whole = withoutCredentials(line);
  const number = String(location.line).padStart(5);
  const first = Math.min(location.column, whole.length + 1);
  const cut = whole.length <= longest ? 0 : Math.max(0, Math.min(first - 1 - before, whole.length - longest));
  const lead = cut === 0 ? '' : '...';
  const rest = cut + longest < whole.length ? '...' : '';
  const source = `${lead}${whole.slice(cut, cut + longest)}`;
  const start = first - cut + lead.length;
  const sameLine = location.endLine === undefined || location.endLine === location.line;
  const end = sameLine ? (location.endColumn ?? first + 1) - cut + lead.length : source.length + 1;
  const width = Math.max(1, Math.min(end, source.length + 1) - start);
  // Tabs stay tabs, so that the caret stands under its character whatever the terminal's tab width is.
  const indent = source.slice(0, start - 1).replace(/[^\t]/gu, ' ');
  const gutter = ' '.repeat(number.length);
  return [
    `${paint.dim(`${number} |`)} ${source}${rest}`,
    `${paint.dim(`${gutter} |`)} ${indent}${paint.red(`^${'~'.repeat(width - 1)}`)}`,
  ];
}

/** `   fix       text`, further lines of the text aligned below the first. */
export function labelled(label: string, text: string, paint: Paint): readonly string[] {
  return text
    .split('\n')
    .map((line, index) => (index === 0 ? `   ${paint.dim(label.padEnd(9))} ${line}` : `${' '.repeat(13)}${line}`));
}

/** The credentials of a URL as stars, one for each character: a log is read by more people than the file is. */
function withoutCredentials(line: string): string {
  return line.replace(/(?<=:\/\/)[^\s/'"`@]+(?=@)/gu, (credentials) => '*'.repeat(credentials.length));
}
