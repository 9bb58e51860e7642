import { goDuration } from '../formats/index.ts';

const second = 1_000_000_000n;
const timestamp = /^(\d{4})-(\d{2})-(\d{2})T(\d{1,2}):(\d{2}):(\d{2})(?:[.,](\d+))?(?:Z|([-+])(\d{2}):(\d{2}))$/;
/** Years 1 to 9999. */
export const firstInstant = -62_135_596_800n * second;
export const lastInstant = 253_402_300_800n * second - 1n;

/** Nanoseconds of a duration as `duration()` reads it. */
export function parseDuration(text: string): bigint | undefined {
  return goDuration(text);
}

/** Nanoseconds since 1970 of a timestamp as `timestamp()` reads it. */
export function parseTimestamp(text: string): bigint | undefined {
  const parts = timestamp.exec(text);
  if (parts === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, seconds = 0] = parts.slice(1, 7).map(Number);
  const date = dateOf(year, month, day);
  if (date === undefined || hour > 23 || minute > 59 || seconds > 59) return undefined;
  const [, , , , , , , fraction = '', sign, zoneHours = '0', zoneMinutes = '0'] = parts;
  if (Number(zoneHours) > 24 || Number(zoneMinutes) > 60) return undefined;
  const zone = (Number(zoneHours) * 60 + Number(zoneMinutes)) * (sign === '-' ? -60 : 60);
  const whole = BigInt(date / 1000 + hour * 3600 + minute * 60 + seconds - zone);
  const nanos = whole * second + BigInt(fraction.slice(0, 9).padEnd(9, '0'));
  return nanos < firstInstant || nanos > lastInstant ? undefined : nanos;
}

/** Nanoseconds since 1970 of `2026-01-31`. */
export function parseDate(text: string): bigint | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) return undefined;
  const date = dateOf(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  return date === undefined ? undefined : BigInt(date) * 1_000_000n;
}

export function formatTimestamp(nanos: bigint): string {
  const date = new Date(Number(floorDivide(nanos, second)) * 1000);
  const fraction = String(nanos - floorDivide(nanos, second) * second)
    .padStart(9, '0')
    .replace(/0+$/, '');
  const year = String(date.getUTCFullYear()).padStart(4, '0');
  const rest = date
    .toISOString()
    .replace(/^[+-]?\d+-/, '')
    .replace(/\.\d+Z$/, '');
  return `${year}-${rest}${fraction === '' ? '' : `.${fraction}`}Z`;
}

export function formatDuration(nanos: bigint): string {
  const size = nanos < 0n ? -nanos : nanos;
  const fraction = String(size % second)
    .padStart(9, '0')
    .replace(/0+$/, '');
  return `${nanos < 0n ? '-' : ''}${size / second}${fraction === '' ? '' : `.${fraction}`}s`;
}

export function floorDivide(value: bigint, by: bigint): bigint {
  const quotient = value / by;
  return value % by < 0n ? quotient - 1n : quotient;
}

function dateOf(year: number, month: number, day: number): number | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() : undefined;
}
