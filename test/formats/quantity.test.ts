import { describe, expect, test } from 'vitest';
import { compareQuantity, isIntegerQuantity, milliValue, parseQuantity, wholeValue } from '#src/formats/index.ts';
import type { Quantity } from '#src/formats/index.ts';

function nano(value: string | number): bigint | undefined {
  return parseQuantity(value)?.nano;
}

const one = 1_000_000_000n;

function of(value: string): Quantity {
  return parseQuantity(value) ?? { nano: -1n, small: true };
}

describe('what a quantity is worth', () => {
  const cases: readonly (readonly [string | number, bigint])[] = [
    ['0', 0n],
    ['0Mi', 0n],
    ['1', one],
    ['+1', one],
    ['-1', -one],
    ['1.', one],
    ['.5', one / 2n],
    ['.', 0n],
    ['+', 0n],
    ['-', 0n],
    ['m', 0n],
    ['Ki', 0n],
    ['e5', 0n],
    ['  7  ', 7n * one],
    ['100m', one / 10n],
    ['1u', 1000n],
    ['1n', 1n],
    ['0.1n', 1n],
    ['-0.1n', -1n],
    ['1e-30', 1n],
    ['1k', 1000n * one],
    ['1E', 10n ** 18n * one],
    ['1e3', 1000n * one],
    ['1E3', 1000n * one],
    ['1e+3', 1000n * one],
    ['100.035k', 100_035n * one],
    ['1Ki', 1024n * one],
    ['1.5Gi', 1_610_612_736n * one],
    ['0.001Ki', 1_024_000_000n],
    ['8Ei', (2n ** 63n - 1n) * one],
    ['9223372036854775808', 2n ** 63n * one],
    ['1e4294967296', one],
    [0.5, one / 2n],
    [1e21, 10n ** 21n * one],
    [1e-7, 100n],
  ];
  test.each(cases)('%j', (value, expected) => expect(nano(value)).toBe(expected));
});

test.each([
  '',
  ' ',
  'abc',
  '1 Ki',
  '1ki',
  '1K',
  '1KI',
  '1.2.3',
  '1..',
  '--1',
  '1-',
  '1e',
  '1e1.5',
  '1Ee5',
  '1e5k',
  '10Gi1',
  'Ei',
  '.Ei',
  '0x10',
  '1_000',
  '１',
])('%j is no quantity', (value) => expect(parseQuantity(value)).toBeUndefined());

test('comparing', () => {
  expect(compareQuantity(of('1Gi'), of('1G'))).toBe(1);
  expect(compareQuantity(of('1000m'), of('1'))).toBe(0);
  expect(compareQuantity(of('999m'), of('1'))).toBe(-1);
  expect([of('1'), of('1.5'), of('1m'), of('1000m'), of('1e30')].map(isIntegerQuantity)).toEqual([
    true,
    false,
    false,
    true,
    true,
  ]);
});

test('values in 64 bits round up, and overflow as in the server', () => {
  expect(wholeValue(of('1m'))).toBe(1n);
  expect(wholeValue(of('-1m'))).toBe(-1n);
  expect(milliValue(of('1u'))).toBe(1n);
  expect(wholeValue(of('1e30'))).toBe(0n);
  expect(milliValue(of('61717433366514645'))).toBe(BigInt.asIntN(64, 61_717_433_366_514_645_000n));
  expect(isIntegerQuantity(of('61717433366514645'))).toBe(false);
  expect(wholeValue(of('9223372036854775808'))).toBe(-(2n ** 63n));
});
