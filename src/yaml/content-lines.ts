import { isDash } from './cursor.ts';

/** A line with content: offsets of its start, of its first character that is no space, and behind its last. */
export interface Line {
  readonly start: number;
  readonly at: number;
  readonly end: number;
}

/** By document; undefined for one with a comment in it. */
export function linesOf(text: string): readonly (readonly Line[] | undefined)[] {
  const documents: (Line[] | undefined)[] = [[]];
  let opened = false;
  for (let start = 0; start < text.length;) {
    const next = text.indexOf('\n', start);
    const last = next < 0 ? text.length : next;
    let at = start;
    while (text.charCodeAt(at) === 32) at++;
    let end = last;
    while (end > at && text.charCodeAt(end - 1) === 32) end--;
    const lines = documents.at(-1);
    if (at === start && text.slice(start, end) === '---') {
      // A marker before anything else opens the first document, it does not end an empty one.
      if (opened || (lines?.length ?? 1) > 0) documents.push([]);
      opened = true;
    } else if (at < end && lines !== undefined) {
      if (text.charCodeAt(at) !== 35) lines.push({ start, at, end });
      else if (lines.length > 0) documents[documents.length - 1] = undefined;
    }
    start = last + 1;
  }
  return documents;
}

/** Whether the characters at the offset are a dash with a space or nothing behind it. */
export function isDashAt(text: string, at: number, end: number): boolean {
  return isDash({ text, at, end, next: 0, indent: 0, skipped: false });
}

/** The line that the next member or item begins in. A list may stand at the column of its key. */
export function lineBehind(
  text: string,
  lines: readonly Line[],
  from: number,
  { column, behind }: { readonly column: number; readonly behind: number },
  dashesInside: boolean,
): number {
  let index = from;
  for (; index < behind; index++) {
    const { start, at, end } = lines[index] as Line;
    if (at - start > column) continue;
    if (dashesInside && isDashAt(text, at, end)) continue;
    break;
  }
  return index;
}
