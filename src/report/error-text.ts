import { formatLocation } from '../kernel/index.ts';
import type { UserError } from '../kernel/index.ts';
import { excerpt, labelled } from './excerpt.ts';
import type { ReadLine } from './excerpt.ts';
import type { Paint } from './paint.ts';

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
