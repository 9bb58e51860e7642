/** Thrown, and caught by the fast reader's entrance, for everything that it leaves to the full reader. */
export const declined = new Error('left to the full reader');

/** A place in a text that is read line by line. */
export interface Cursor {
  readonly text: string;
  /** Offset of the line's first character that counts; the text's length at the end. */
  at: number;
  /** Offset behind the line's last character that is no space. */
  end: number;
  /** Offset of the next line. */
  next: number;
  /** Column of `at`, from 0; -1 at the end of a document or of the text. */
  indent: number;
  /** Were there blank lines or comments between the line before and this one? */
  skipped: boolean;
}

export function cursorOn(text: string): Cursor {
  return { text, at: 0, end: 0, next: 0, indent: -1, skipped: false };
}

/** Goes to the next line that is neither blank nor a comment. A document marker ends the document. */
export function nextLine(cursor: Cursor): void {
  const { text } = cursor;
  const { length } = text;
  cursor.skipped = false;
  for (let start = cursor.next; start < length; start = cursor.next) {
    let at = start;
    while (text.charCodeAt(at) === 32) at++;
    let end = text.indexOf('\n', at);
    if (end < 0) end = length;
    cursor.next = end + 1;
    const first = text.charCodeAt(at);
    if (at === end || first === 35) {
      cursor.skipped = true;
      continue;
    }
    if (first === 9) throw declined;
    if (at === start && isMarker(text, at)) {
      cursor.next = start;
      break;
    }
    while (text.charCodeAt(end - 1) === 32) end--;
    cursor.at = at;
    cursor.end = end;
    cursor.indent = at - start;
    return;
  }
  cursor.indent = -1;
  cursor.at = length;
  cursor.end = length;
}

/** `---` and `...` at the start of a line. */
export function isMarker(text: string, at: number): boolean {
  const first = text.charCodeAt(at);
  return (first === 45 || first === 46) && (text.startsWith('---', at) || text.startsWith('...', at));
}

/** A dash with a space or nothing behind it. */
export function isDash({ text, at, end }: Cursor): boolean {
  return text.charCodeAt(at) === 45 && (at + 1 === end || text.charCodeAt(at + 1) === 32);
}
