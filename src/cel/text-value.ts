import { evaluationError } from './failure.ts';
import { parseDate, parseDuration, parseTimestamp } from './time-text.ts';
import type { CelValue } from './value.ts';

const second = 1_000_000_000n;
const units: Readonly<Record<string, bigint>> = {
  ns: 1n,
  nano: 1n,
  nanosecond: 1n,
  us: 1000n,
  µs: 1000n,
  micro: 1000n,
  microsecond: 1000n,
  ms: 1_000_000n,
  milli: 1_000_000n,
  millisecond: 1_000_000n,
  s: second,
  sec: second,
  second,
  m: 60n * second,
  min: 60n * second,
  minute: 60n * second,
  h: 3600n * second,
  hr: 3600n * second,
  hour: 3600n * second,
  d: 86_400n * second,
  day: 86_400n * second,
  w: 604_800n * second,
  wk: 604_800n * second,
  week: 604_800n * second,
};

/** A text as its format makes expressions see it: durations, dates, times and bytes are values of their own. */
export function textValue(text: string, format: string | undefined): CelValue {
  switch (format) {
    case 'duration':
      return { kind: 'duration', nanos: known(parseDuration(text) ?? spelledDuration(text), text) };
    case 'date':
      return { kind: 'timestamp', nanos: known(parseDate(text), text) };
    case 'date-time':
      return { kind: 'timestamp', nanos: known(parseTimestamp(text) ?? parseTimestamp(`${text}Z`), text) };
    case 'byte':
      return bytesOf(text);
    default:
      return text;
  }
}

/** The server checks the format with one alphabet and reads it with the other one, that of URLs. */
function bytesOf(text: string): Uint8Array {
  const kept = text.replaceAll(/[\r\n]/g, '');
  if (!/^[A-Za-z0-9_-]*={0,2}$/.test(kept) || kept.length % 4 !== 0)
    throw evaluationError('Invalid byte formatted string');
  return Uint8Array.from(Buffer.from(kept, 'base64url'));
}

function known(nanos: bigint | undefined, text: string): bigint {
  if (nanos === undefined) throw evaluationError(`Invalid time ${JSON.stringify(text)}`);
  return nanos;
}

/** `3 days`, `1 hour 5 minutes`: what the format allows beside Go's durations. */
function spelledDuration(text: string): bigint | undefined {
  let total: bigint | undefined;
  for (const [, count = '0', unit = ''] of text.matchAll(/(\d+)\s*([A-Za-zµ]+)/g)) {
    const size = units[unit.toLowerCase()] ?? units[unit.toLowerCase().replace(/s$/, '')];
    if (size === undefined) return undefined;
    total = (total ?? 0n) + BigInt(count) * size;
  }
  return total;
}
