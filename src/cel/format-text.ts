import { numberOf } from './equality.ts';
import { evaluationError } from './failure.ts';
import { fixedText, groupedText, scientificText } from './format-number.ts';
import { entriesOf } from './map-value.ts';
import { formatDouble } from './number-text.ts';
import { formatDuration, formatTimestamp } from './time-text.ts';
import type { CelValue } from './value.ts';

/** A place for a value: `%s`, `%.2f`. */
interface Clause {
  readonly verb: string;
  readonly precision: number;
}

const verbs = 'sdfebxXo';
const defaultPrecision = 6;

/** Texts and clauses in turn; undefined when the format is wrong. */
export function readFormat(text: string): readonly (string | Clause)[] | undefined {
  const parts: (string | Clause)[] = [];
  let from = 0;
  for (const match of text.matchAll(/%(?:%|(?:\.(\d+))?([a-zA-Z]))?/g)) {
    const [whole, precision, verb] = match;
    parts.push(text.slice(from, match.index));
    from = match.index + whole.length;
    if (whole === '%%') parts.push('%');
    else if (verb === undefined || !verbs.includes(verb)) return undefined;
    else parts.push({ verb, precision: precision === undefined ? defaultPrecision : Number(precision) });
  }
  parts.push(text.slice(from));
  return parts;
}

export function formatText(text: string, values: readonly CelValue[]): string {
  const parts = readFormat(text);
  if (parts === undefined) throw evaluationError('the format is not understood');
  let used = 0;
  const pieces = parts.map((part) => {
    if (typeof part === 'string') return part;
    const value = values[used];
    if (value === undefined) throw evaluationError(`index ${used} out of range`);
    used += 1;
    return formatOne(part, value);
  });
  return pieces.join('');
}

function formatOne({ verb, precision }: Clause, value: CelValue): string {
  const number = numberOf(value);
  switch (verb) {
    case 's':
      return plainText(value);
    case 'd':
      if (typeof number === 'bigint') return String(number);
      break;
    case 'f':
      if (isDouble(value)) return groupedText(Number(value), precision);
      break;
    case 'e':
      if (isDouble(value)) return scientificText(Number(value), precision);
      break;
    case 'b':
      if (typeof value === 'boolean') return value ? '1' : '0';
      if (typeof number === 'bigint') return number.toString(2);
      break;
    case 'o':
      if (typeof number === 'bigint') return number.toString(8);
      break;
    default:
      return hexadecimal(value, verb === 'X');
  }
  throw evaluationError(`%${verb} does not take this value`);
}

function isDouble(value: CelValue): boolean {
  return typeof value === 'number' || value === 'NaN' || value === 'Infinity' || value === '-Infinity';
}

function hexadecimal(value: CelValue, upper: boolean): string {
  const number = numberOf(value);
  const bytes = typeof value === 'string' ? new TextEncoder().encode(value) : value;
  let text: string;
  if (typeof number === 'bigint') text = number.toString(16);
  else if (bytes instanceof Uint8Array) text = Buffer.from(bytes).toString('hex');
  else throw evaluationError('%x does not take this value');
  return upper ? text.toUpperCase() : text;
}

function plainText(value: CelValue): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return formatDouble(value);
  if (value === null || typeof value !== 'object') return String(value);
  if (value instanceof Uint8Array) return decoded(value);
  switch (value.kind) {
    case 'uint':
      return String(value.value);
    case 'timestamp':
      return formatTimestamp(value.nanos);
    case 'duration':
      return formatDuration(value.nanos);
    case 'type':
      return value.name;
    case 'list':
      return `[${value
        .items()
        .map((item) => heldText(item))
        .join(', ')}]`;
    case 'map':
      return `{${entriesOf(value)
        .map(([key, item]) => [heldText(key), heldText(item)] as const)
        .toSorted(([one], [other]) => Number(one > other) - Number(one < other))
        .map(([key, item]) => `${key}:${item}`)
        .join(', ')}}`;
    default:
      throw evaluationError('%s does not take this value');
  }
}

/** As it would be written in an expression. */
function heldText(value: CelValue): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number')
    return Number.isFinite(value) ? fixedText(value, defaultPrecision) : JSON.stringify(formatDouble(value));
  if (value instanceof Uint8Array) return `b${JSON.stringify(decoded(value))}`;
  if (typeof value === 'object' && value !== null && 'nanos' in value)
    return `${value.kind}(${JSON.stringify(plainText(value))})`;
  return plainText(value);
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw evaluationError('invalid UTF-8 in bytes, cannot convert to string');
  }
}
