import { charactersOf, positionOf } from '../code-points.ts';
import { evaluationError } from '../failure.ts';
import { formatText } from '../format-text.ts';
import type { Library } from '../overload.ts';
import { overload } from '../overload.ts';
import type { CelList, CelValue } from '../value.ts';
import { listOf } from '../value.ts';

function charAt(text: string, at: bigint): string {
  const characters = charactersOf(text);
  const position = inRange(at, characters.length);
  return characters.slice(position, position + 1);
}

function inRange(at: bigint, length: number): number {
  if (at < 0n || at > BigInt(length)) throw evaluationError(`index out of range: ${at}`);
  return Number(at);
}

function indexOf(text: string, part: string, from = 0n): bigint {
  if (part === '') return from;
  if (from < 0n) throw evaluationError(`index out of range: ${from}`);
  const skipped = charactersOf(text).slice(0, Number(from)).length;
  return BigInt(positionOf(text, text.indexOf(part, skipped)));
}

function lastIndexOf(text: string, part: string, from?: bigint): bigint {
  const { length } = charactersOf(text);
  if (part === '') return from ?? BigInt(length);
  if (from === undefined) return BigInt(positionOf(text, text.lastIndexOf(part)));
  if (from < 0n) throw evaluationError(`index out of range: ${from}`);
  if (from >= BigInt(length)) return -1n;
  return BigInt(positionOf(text, text.lastIndexOf(part, charactersOf(text).slice(0, Number(from)).length)));
}

function join(list: CelList, separator = ''): string {
  return list
    .items()
    .map((item) => {
      if (typeof item !== 'string') throw evaluationError('join takes strings');
      return item;
    })
    .join(separator);
}

function replace(text: string, part: string, by: string, limit = -1n): string {
  if (limit < 0n) return part === '' ? pad(Array.from(text), by, Infinity) : text.replaceAll(part, () => by);
  if (part === '') return pad(Array.from(text), by, Number(limit));
  let result = '';
  let from = 0;
  for (let count = 0n; count < limit; count += 1n) {
    const at = text.indexOf(part, from);
    if (at < 0) break;
    result += text.slice(from, at) + by;
    from = at + part.length;
  }
  return result + text.slice(from);
}

/** What replacing the empty text does: `by` before each character and at the end. */
function pad(characters: readonly string[], by: string, limit: number): string {
  const parts = characters.map((character, at) => (at < limit ? by + character : character));
  return parts.join('') + (characters.length < limit ? by : '');
}

function split(text: string, separator: string, limit = -1n): CelList {
  if (limit === 0n) return listOf([]);
  if (limit === 1n) return listOf([text]);
  const parts = separator === '' ? Array.from(text) : text.split(separator);
  if (limit < 0n || BigInt(parts.length) <= limit) return listOf(parts);
  const kept = parts.slice(0, Number(limit) - 1);
  return listOf([...kept, parts.slice(Number(limit) - 1).join(separator)]);
}

function substring(text: string, from: bigint, to?: bigint): string {
  const characters = charactersOf(text);
  const start = inRange(from, characters.length);
  const end = to === undefined ? characters.length : inRange(to, characters.length);
  if (start > end) throw evaluationError(`invalid substring range: ${start} to ${end}`);
  return characters.slice(start, end);
}

/** White space as Go knows it. */
const space = '[\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+';
const around = new RegExp(`^${space}|${space}$`, 'g');

function trim(text: string): string {
  return text.replaceAll(around, '');
}

function lowerAscii(text: string): string {
  return text.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

function upperAscii(text: string): string {
  return text.replaceAll(/[a-z]+/g, (letters) => letters.toUpperCase());
}

const escapes: Readonly<Record<string, string>> = {
  '\u0007': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\u000b': '\\v',
  '\\': '\\\\',
  '"': '\\"',
};

function quote(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these are the characters that have escapes
  return `"${text.replaceAll(/[\u0007\b\f\n\r\t\v\\"]/g, (character) => escapes[character] ?? character)}"`;
}

export const strings: Library = [
  overload('string.charAt(int): string', charAt),
  overload('string.indexOf(string): int', indexOf),
  overload('string.indexOf(string, int): int', indexOf),
  overload('string.lastIndexOf(string): int', lastIndexOf),
  overload('string.lastIndexOf(string, int): int', lastIndexOf),
  overload('list(string).join(): string', join),
  overload('list(string).join(string): string', join),
  overload('string.lowerAscii(): string', lowerAscii),
  overload('string.upperAscii(): string', upperAscii),
  overload('string.replace(string, string): string', replace),
  overload('string.replace(string, string, int): string', replace),
  overload('string.split(string): list(string)', split),
  overload('string.split(string, int): list(string)', split),
  overload('string.substring(int): string', substring),
  overload('string.substring(int, int): string', substring),
  overload('string.trim(): string', trim),
];

export const laterStrings: Library = [
  overload('string.format(list(dyn)): string', (text: string, values: CelList): CelValue =>
    formatText(text, values.items()),
  ),
  overload('strings.quote(string): string', quote),
];
