import { doubleQuoted, isCommon, isLiteral, loneSurrogate, stringText } from './quoting.ts';

/** Thrown for anything that cannot be written; a second, slower walk then says what and where. */
export const unwritable = new Error('unwritable');

/** A string of several lines, as a literal block where every reader takes that for the same. */
export function linesText(text: string, indent: string): string {
  if (!isLiteral(text)) return oneLine(text);
  const inner = `${indent}  `;
  const end = text.endsWith('\n') ? (text.endsWith('\n\n') ? '+' : '') : '-';
  // Leading white space would be taken for indentation, so the indentation is said.
  const start = /^\s/.test(text) ? '2' : '';
  const body = text.endsWith('\n') ? text.slice(0, -1) : text;
  return `|${start}${end}\n${body.startsWith('\n') ? '' : inner}${body.replace(/\n(?!\n|$)/g, `\n${inner}`)}`;
}

export function oneLine(text: string): string {
  if (isCommon(text)) return text;
  if (loneSurrogate.test(text)) throw unwritable;
  return text.includes('\n') ? doubleQuoted(text) : stringText(text);
}

/** Keys repeat: the same few hundred words in every object. */
const knownKeys = new Map<string, string>();

export function keyText(key: string): string {
  const known = knownKeys.get(key);
  if (known !== undefined) return known;
  const text = oneLine(key);
  if (knownKeys.size < 4096 && key.length < 128) knownKeys.set(key, text);
  return text;
}

export function scalarText(value: number | bigint | boolean | null): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'number') return numberText(value);
  if (typeof value !== 'bigint') throw unwritable;
  if (value < -(2n ** 63n) || value >= 2n ** 64n) throw unwritable;
  return value.toString();
}

/** A float always has a dot and a signed exponent: YAML 1.1 takes `1e21` for a string. */
function numberText(value: number): string {
  if (Number.isSafeInteger(value)) return Object.is(value, -0) ? '-0.0' : String(value);
  if (!Number.isFinite(value)) throw unwritable;
  // Large whole numbers are written as floats, or they would come back as exact integers that they never were.
  const text = Number.isInteger(value) ? value.toExponential() : String(value);
  const exponent = text.indexOf('e');
  return exponent < 0 || text.includes('.') ? text : `${text.slice(0, exponent)}.0${text.slice(exponent)}`;
}
