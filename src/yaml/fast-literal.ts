import { declined, nextLine } from './cursor.ts';
import type { Cursor } from './cursor.ts';

const header = /^\|(?:([1-9])?([-+])?|([-+])([1-9]))$/;

/** A literal block (`|`, `|-`, `|+`, `|2`): its lines as they are. */
export function fastLiteral(cursor: Cursor, indent: number): string {
  const { text } = cursor;
  const match = header.exec(text.slice(cursor.at, cursor.end));
  if (match === null) throw declined;
  const digit = match[1] ?? match[4];
  const chomping = match[2] ?? match[3];
  let column = digit === undefined ? -1 : indent + Number(digit);
  const lines: string[] = [];
  /** Lines up to the last one with content. */
  let filled = 0;
  let start = cursor.next;
  while (start < text.length) {
    const end = text.indexOf('\n', start);
    // A last line without its break: readers differ on what that means.
    if (end < 0) throw declined;
    let at = start;
    while (text.charCodeAt(at) === 32) at++;
    if (at === end) {
      // Spaces only: blank if they are few, content if they are many, and a matter of dispute before the first line.
      if (at > start && (column < 0 || at - start > column)) throw declined;
      lines.push('');
    } else {
      const spaces = at - start;
      if (column < 0) {
        if (spaces <= indent || text.charCodeAt(at) === 9) throw declined;
        column = spaces;
      }
      if (spaces < column) {
        if (spaces > indent || text.charCodeAt(at) === 9) throw declined;
        break;
      }
      lines.push(text.slice(start + column, end));
      filled = lines.length;
    }
    start = end + 1;
  }
  if (filled === 0) throw declined;
  cursor.next = start;
  const kept = lines.slice(0, filled).join('\n');
  const trailing = lines.length - filled;
  nextLine(cursor);
  if (cursor.indent > indent) throw declined;
  if (chomping === '-') return kept;
  return chomping === '+' ? `${kept}${'\n'.repeat(trailing + 1)}` : `${kept}\n`;
}
