import { declined, nextLine } from './cursor.ts';
import type { Cursor } from './cursor.ts';

/** The line's first quote that neither a backslash nor a second quote takes away, if any, must be its last character. */
const openDouble = /^(?:[^"\\\t]|\\.)*$/;
const closedDouble = /^(?:[^"\\\t]|\\.)*"$/;
const openSingle = /^(?:[^'\t]|'')*$/;
const closedSingle = /^(?:[^'\t]|'')*'$/;

/** Escapes that mean something else in JSON, or nothing: a slash, halves of surrogate pairs. */
const notOfJson = /(?<!\\)(?:\\\\)*\\(?:u[dD][89a-fA-F]|\/)/;

/** Reads the quoted scalar at the cursor, and goes to the line behind it. */
export function fastDoubleQuoted(cursor: Cursor, indent: number): string {
  const written = quoted(cursor, indent, openDouble, closedDouble);
  if (notOfJson.test(written)) throw declined;
  try {
    // The other escapes of JSON mean the same in YAML; JSON refuses all that it does not know. Go's writer escapes a space
    // with which a line begins.
    return JSON.parse(`"${written.replaceAll(/\\[^]/g, (escape) => (escape === '\\ ' ? ' ' : escape))}"`) as string;
  } catch {
    throw declined;
  }
}

export function fastSingleQuoted(cursor: Cursor, indent: number): string {
  return quoted(cursor, indent, openSingle, closedSingle).replaceAll("''", "'");
}

/** What stands between the quotes. Go's writer folds long lines: a space stands for the break. */
function quoted(cursor: Cursor, indent: number, open: RegExp, closed: RegExp): string {
  const lines: string[] = [];
  let line = cursor.text.slice(cursor.at + 1, cursor.end);
  while (!closed.test(line)) {
    if (!open.test(line)) throw declined;
    lines.push(line);
    nextLine(cursor);
    // Blank lines are line breaks of the text; what looks like a comment may be none.
    if (cursor.skipped || cursor.indent <= indent) throw declined;
    line = cursor.text.slice(cursor.at, cursor.end);
  }
  lines.push(line.slice(0, -1));
  nextLine(cursor);
  if (cursor.indent > indent) throw declined;
  return lines.join(' ');
}
