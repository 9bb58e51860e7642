import { failure } from './failure.ts';
import type { CelValue } from './value.ts';

const simpleEscapes: Readonly<Record<string, number>> = {
  a: 7,
  b: 8,
  f: 12,
  n: 10,
  r: 13,
  t: 9,
  v: 11,
  '\\': 92,
  '?': 63,
  '"': 34,
  "'": 39,
  '`': 96,
};
const codeEscape = /\\(?:[xX]([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-3][0-7]{2}))/y;

/** A string or bytes literal. `start` is its prefix with the opening quotes. */
export function readQuoted(source: string, at: number, start: string): { value: CelValue; end: number } {
  const quotes = start.replace(/^[bBrR]+/, '');
  const raw = /[rR]/.test(start);
  const bytes = /^[bB]/.test(start);
  const from = at + start.length;
  const end = closingQuotes(source, from, quotes, raw);
  if (end === undefined) throw failure('syntax', 'the string is not closed', at);
  const body = quotes.length === 3 ? source.slice(from, end).replaceAll('\r\n', '\n') : source.slice(from, end);
  const value = bytes ? bytesOf(body, raw, at) : textOf(body, raw, at);
  return { value, end: end + quotes.length };
}

function closingQuotes(source: string, from: number, quotes: string, raw: boolean): number | undefined {
  for (let at = from; at < source.length; at += 1) {
    if (source.startsWith(quotes, at)) return at;
    const character = source[at];
    if (quotes.length === 1 && (character === '\n' || character === '\r')) return undefined;
    if (character === '\\' && !raw) at += 1;
  }
  return undefined;
}

function textOf(body: string, raw: boolean, at: number): string {
  if (raw || !body.includes('\\')) return body;
  let text = '';
  for (const part of escapesOf(body, at)) text += typeof part === 'string' ? part : String.fromCodePoint(part.code);
  return text;
}

function bytesOf(body: string, raw: boolean, at: number): Uint8Array {
  if (raw) return new TextEncoder().encode(body);
  const parts: number[] = [];
  for (const part of escapesOf(body, at)) {
    if (typeof part === 'string') parts.push(...new TextEncoder().encode(part));
    else if (part.unicode) throw failure('syntax', 'bytes have no unicode escapes', at);
    else parts.push(part.code);
  }
  return Uint8Array.from(parts);
}

interface Escape {
  readonly code: number;
  readonly unicode: boolean;
}

function escapesOf(body: string, at: number): readonly (string | Escape)[] {
  const parts: (string | Escape)[] = [];
  let from = 0;
  for (let slash = body.indexOf('\\'); slash >= 0; slash = body.indexOf('\\', from)) {
    parts.push(body.slice(from, slash));
    const known = simpleEscapes[body[slash + 1] ?? ''];
    if (known !== undefined) {
      parts.push({ code: known, unicode: false });
      from = slash + 2;
      continue;
    }
    codeEscape.lastIndex = slash;
    const match = codeEscape.exec(body);
    if (match === null) throw failure('syntax', 'the string holds an escape that is not known', at);
    parts.push(codeOf(match, at));
    from = slash + match[0].length;
  }
  parts.push(body.slice(from));
  return parts;
}

function codeOf(match: RegExpExecArray, at: number): Escape {
  const [, byte, short, long, octal] = match;
  const unicode = short ?? long;
  const code =
    unicode === undefined
      ? byte === undefined
        ? parseInt(octal ?? '', 8)
        : parseInt(byte, 16)
      : parseInt(unicode, 16);
  if (unicode !== undefined && (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff))) {
    throw failure('syntax', 'the string holds an escape that is no character', at);
  }
  return { code, unicode: unicode !== undefined };
}
