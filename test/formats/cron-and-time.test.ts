import { describe, expect, test } from 'vitest';
import { cronSchedule, goDuration, timeZone } from '#src/formats/index.ts';

describe('schedules', () => {
  test.each([
    '* * * * *',
    '  0\t0 1 1 0  ',
    '*/15 0-5/2 ?,1 JAN-mar sun,Mon-FRI',
    '5/10 * * * *',
    ', * * * *',
    '*-99 * * * *',
    '0 0 31 2 *',
    '+5 * * * *',
    '@daily',
    '@annually',
    '@every 1h30m',
    '@every -5s',
    'TZ=UTC * * * * *',
    'CRON_TZ=Asia/Calcutta @hourly',
  ])('%j is one', (schedule) => expect(cronSchedule(schedule)).toBeUndefined());

  test.each([
    '',
    '* * * *',
    '* * * * * *',
    '60 * * * *',
    '* 24 * * *',
    '* * 0 * *',
    '* * 32 * *',
    '* * * 13 *',
    '* * * * 7',
    '5-1 * * * *',
    '5-61 * * * *',
    '*/0 * * * *',
    '*/x * * * *',
    '1/2/3 * * * *',
    '1-2-3 * * * *',
    'a * * * *',
    '-1 * * * *',
    '* * * sun *',
    '@reboot',
    '@Daily',
    '@every',
    '@every soon',
    'TZ=UTC',
    'TZ=Mars/Base * * * * *',
  ])('%j is none', (schedule) => expect(cronSchedule(schedule)).toBeTypeOf('string'));
});

describe('time zones', () => {
  test.each([
    'UTC',
    'posix/UTC',
    'localtime',
    'Europe/Berlin',
    'Asia/Calcutta',
    'America/Argentina/Buenos_Aires',
    'Etc/GMT+5',
    'EST5EDT',
  ])('%s', (name) => expect(timeZone(name)).toBeUndefined());
  test.each(['', 'Local', 'local', 'europe/berlin', 'Europe/', '+01', 'Europe/../UTC', 'Mars/Base'])('not %s', (name) =>
    expect(timeZone(name)).toBeTypeOf('string'),
  );
});

describe('durations', () => {
  const durations: readonly (readonly [string, bigint | undefined])[] = [
    ['0', 0n],
    ['1h30m', 5_400_000_000_000n],
    ['-1.5s', -1_500_000_000n],
    ['+.5us', 500n],
    ['1.s', 1_000_000_000n],
    ['3µs', 3000n],
    ['-9223372036854775808ns', -(2n ** 63n)],
    ['9223372036854775808ns', undefined],
    ['', undefined],
    ['1', undefined],
    ['s', undefined],
    ['.s', undefined],
    ['1d', undefined],
    ['1 s', undefined],
  ];
  test.each(durations)('%j lasts', (value, expected) => expect(goDuration(value)).toBe(expected));
});
