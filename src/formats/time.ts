const instant = /^(\d{4})-(\d{2})-(\d{2})T(\d{1,2}):(\d{2}):(\d{2})(?:[.,]\d+)?(?:Z|[-+](\d{2}):(\d{2}))$/;

/** RFC 3339 as Go's `time.Parse(time.RFC3339, ...)` reads it: an hour of one digit and a fraction are fine, a leap second is not. */
export function rfc3339(value: string): string | undefined {
  const parts = instant.exec(value);
  if (parts === null) return 'must be a time like 2026-01-31T12:00:00Z';
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, zoneHour = 0, zoneMinute = 0] = parts
    .slice(1)
    .map((part) => Number(part ?? 0));
  const inTime = hour <= 23 && minute <= 59 && second <= 59 && zoneHour <= 24 && zoneMinute <= 60;
  return month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month) && inTime
    ? undefined
    : 'is a time that no calendar has';
}

function daysOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

const units: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1000n,
  µs: 1000n,
  μs: 1000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
};
const limit = 2n ** 63n;

/** Nanoseconds of `1h30m`, `-1.5s`, `0`; undefined when Go's `time.ParseDuration` refuses it. */
export function goDuration(value: string): bigint | undefined {
  const negative = value.startsWith('-');
  const text = /^[-+]/.test(value) ? value.slice(1) : value;
  if (text === '0') return 0n;
  if (!/^(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/.test(text)) return undefined;
  let total = 0n;
  for (const [, whole = '', fraction = '', unit = ''] of text.matchAll(/(\d*)\.?(\d*)([^\d.]+)/g)) {
    const size = units[unit] ?? 0n;
    total +=
      BigInt(whole === '' ? '0' : whole) * size + (BigInt(`0${fraction}`) * size) / 10n ** BigInt(fraction.length);
  }
  if (total > limit || (total === limit && !negative)) return undefined;
  return negative ? -total : total;
}
