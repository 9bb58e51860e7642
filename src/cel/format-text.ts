import { evaluationError } from './failure.ts';
import { entriesOf } from './map-value.ts';
import { numberOf } from './equality.ts';
import { formatDouble } from './number-text.ts';
import { formatDuration, formatTimestamp } from './time-text.ts';
import type { CelValue } from './value.ts';

/** The text pieces and the places for values of a format: `%s`, `%.2f`. */
export interface Clause {
  readonly verb: string;
  readonly precision: number;
}

export const verbs = 'sdfebxXo';

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
    else parts.push({ verb, precision: precision === undefined ? 6 : Number(precision) });
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
      if (typeof number === 'number' && !Number.isFinite(number)) return special(number);
      break;
    case 'f':
      if (typeof number === 'number') return Number.isFinite(number) ? number.toFixed(precision) : special(number);
      break;
    case 'e':
      if (typeof number === 'number') return Number.isFinite(number) ? scientific(number, precision) : special(number);
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

function scientific(value: number, precision: number): string {
  const [digits = '', exponent = '0'] = value.toExponential(Math.min(precision, 100)).split('e');
  const power = Number(exponent);
  return `${digits}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}

function special(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  return value > 0 ? 'Infinity' : '-Infinity';
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
  if (value === null) return 'null';
  if (typeof value === 'number') return formatDouble(value);
  if (typeof value !== 'object') return String(value);
  if (value instanceof Uint8Array) return new TextDecoder().decode(value);
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
        .map((item) => plainText(item))
        .join(', ')}]`;
    case 'map':
      return `{${entriesOf(value)
        .map(([key, item]) => `${plainText(key)}: ${plainText(item)}`)
        .toSorted()
        .join(', ')}}`;
    default:
      throw evaluationError('%s does not take this value');
  }
}
