import { evaluationError } from '../failure.ts';
import type { Library } from '../overload.ts';
import { overload } from '../overload.ts';
import { floorDivide } from '../time-text.ts';
import type { CelDuration, CelTimestamp } from '../value.ts';

const millisecond = 1_000_000n;
const dayLength = 86_400_000;

/** The parts of a moment where the zone's clock stands, read in UTC. */
const parts: Readonly<Record<string, (date: Date) => number>> = {
  getFullYear: (date) => date.getUTCFullYear(),
  getMonth: (date) => date.getUTCMonth(),
  getDate: (date) => date.getUTCDate(),
  getDayOfMonth: (date) => date.getUTCDate() - 1,
  getDayOfWeek: (date) => date.getUTCDay(),
  getDayOfYear: (date) => Math.floor((date.getTime() - startOfYear(date)) / dayLength),
  getHours: (date) => date.getUTCHours(),
  getMinutes: (date) => date.getUTCMinutes(),
  getSeconds: (date) => date.getUTCSeconds(),
  getMilliseconds: (date) => date.getUTCMilliseconds(),
};

const durationParts: readonly (readonly [string, bigint])[] = [
  ['getHours', 3_600_000_000_000n],
  ['getMinutes', 60_000_000_000n],
  ['getSeconds', 1_000_000_000n],
  ['getMilliseconds', millisecond],
];

export const timeParts: Library = [
  ...Object.entries(parts).flatMap(([name, part]) => [
    overload(`timestamp.${name}(): int`, (time: CelTimestamp) => BigInt(part(dateOf(time.nanos, 'UTC')))),
    overload(`timestamp.${name}(string): int`, (time: CelTimestamp, zone: string) =>
      BigInt(part(dateOf(time.nanos, zone))),
    ),
  ]),
  ...durationParts.map(([name, unit]) =>
    overload(`duration.${name}(): int`, (value: CelDuration) => value.nanos / unit),
  ),
];

function startOfYear(date: Date): number {
  return new Date(date).setUTCMonth(0, 1);
}

function dateOf(nanos: bigint, zone: string): Date {
  const utc = new Date(Number(floorDivide(nanos, millisecond)));
  if (zone === 'UTC' || zone === '') return utc;
  const offset = /^([-+]?)(\d{1,2}):(\d{2})$/.exec(zone);
  if (offset !== null) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3]);
    return new Date(utc.getTime() + (offset[1] === '-' ? -minutes : minutes) * 60_000);
  }
  return namedZone(utc, zone);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function namedZone(utc: Date, zone: string): Date {
  const read = Object.fromEntries(
    clockOf(zone)
      .formatToParts(utc)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = read;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second, utc.getUTCMilliseconds());
  return date;
}

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  try {
    const clock = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'iso8601',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    clocks.set(zone, clock);
    return clock;
  } catch {
    throw evaluationError(`unknown time zone ${zone}`);
  }
}
