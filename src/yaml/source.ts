import { UserError } from '../kernel/index.ts';
import type { Location } from '../kernel/index.ts';

/** A text ready to be parsed: no byte order mark, LF only, nothing in it that readers of YAML disagree on. */
export interface Source {
  readonly file: string;
  readonly text: string;
  /** The place of a range of offsets; `document` is added by the caller. */
  locate(start: number, end: number, document?: number): Location;
}

/** Control characters, which no YAML allows, and the breaks of YAML 1.1 that YAML 1.2 takes for text. */
export const forbidden =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|\r(?!\n)|\p{Surrogate}/u;

/** Throws a UserError for bytes that are no UTF-8 and for forbidden characters. */
export function openSource(input: string | Uint8Array, file: string): Source {
  const decoded = typeof input === 'string' ? input : decode(input, file);
  const marked = decoded.startsWith('\ufeff') ? decoded.slice(1) : decoded;
  const text = marked.includes('\r\n') ? marked.replaceAll('\r\n', '\n') : marked;
  const source = { file, text, locate: locator(file, text) };
  const bad = forbidden.exec(text);
  if (bad !== null) {
    const code = (bad[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    throw new UserError({
      code: 'yaml-character',
      message: `character U+${code} cannot stand in YAML as it is`,
      hint: `Remove it, or write it as an escape in double quotes: "\\u${code.toLowerCase()}".`,
      location: source.locate(bad.index, bad.index + bad[0].length),
    });
  }
  return source;
}

function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const offset = firstBadByte(bytes);
    const before = new TextDecoder().decode(bytes.subarray(0, offset));
    throw new UserError({
      code: 'yaml-encoding',
      message: `byte ${offset + 1} is not UTF-8`,
      hint: 'Save the file as UTF-8.',
      location: locator(file, before)(before.length, before.length),
    });
  }
}

/** Bisects: a prefix decodes as a stream (an unfinished character at its end is no error) up to the bad byte. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (good < bad) {
    const middle = Math.ceil((good + bad) / 2);
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle - 1;
    }
  }
  // A character that the text's end cuts off is bad from its first byte.
  const whole = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, good), { stream: true });
  return Buffer.byteLength(whole);
}

/** Finds the lines and columns of offsets of the text. */
export function locator(file: string, text: string): Source['locate'] {
  let starts: number[] | undefined;
  function place(offset: number): { line: number; column: number } {
    starts ??= lineStarts(text);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  }
  return (start, end, document) => {
    const { line, column } = place(start);
    const { line: endLine, column: endColumn } = place(Math.max(start, end));
    return { file, line, column, endLine, endColumn, ...(document === undefined ? {} : { document }) };
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
