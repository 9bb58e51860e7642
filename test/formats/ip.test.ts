import { describe, expect, test } from 'vitest';
import { cidr, cidrLegacy, ipAddress, ipAddressLegacy, parseIp } from '#src/formats/index.ts';

/** Text, fine for old fields, fine for old fields of strict servers, fine for new fields. */
const addresses: readonly (readonly [string, boolean, boolean, boolean])[] = [
  ['1.2.3.4', true, true, true],
  ['255.255.255.255', true, true, true],
  ['::', true, true, true],
  ['::1', true, true, true],
  ['2001:db8::ffff', true, true, true],
  ['1:2:3:4:5:6:7:8', true, true, true],
  ['1:0:0:2::3', true, true, true],
  ['1::2:0:0:0:3', true, true, false],
  ['2001:DB8::1', true, true, false],
  ['2001:db8:0:0:0:0:0:1', true, true, false],
  ['1:2:3:4:5:6:7::', true, true, false],
  ['64:ff9b::1.2.3.4', true, true, false],
  ['010.002.003.004', true, false, false],
  ['::ffff:1.2.3.4', true, false, false],
  ['::00001', true, false, false],
  ['', false, false, false],
  ['1.2.3', false, false, false],
  ['1.2.3.256', false, false, false],
  ['1.2.3.4.5', false, false, false],
  ['1.2.3.4/24', false, false, false],
  ['1::2::3', false, false, false],
  ['1:2:3:4:5:6:7:8:9', false, false, false],
  ['1:2:3:4::5:6:7:8', false, false, false],
  [':1', false, false, false],
  ['1:', false, false, false],
  ['12345::', false, false, false],
  ['1.2.3.4::1.2.3.4', false, false, false],
  ['fe80::1%eth0', false, false, false],
  ['myhost', false, false, false],
];

test.each(addresses)('%j', (value, legacy, strict, modern) => {
  expect(
    [ipAddressLegacy(value), ipAddressLegacy(value, true), ipAddress(value)].map((wrong) => wrong === undefined),
  ).toEqual([legacy, strict, modern]);
});

const ranges: readonly (readonly [string, boolean, boolean, boolean])[] = [
  ['1.0.0.0/8', true, true, true],
  ['0.0.0.0/0', true, true, true],
  ['1.2.3.4/32', true, true, true],
  ['2001:db8::/33', true, true, true],
  ['2001:DB8::/64', true, true, false],
  ['1.2.3.4/24', true, false, false],
  ['1.2.3.0/024', true, false, false],
  ['01.2.3.0/24', true, false, false],
  ['::ffff:1.2.3.0/120', true, false, false],
  ['1.2.3.4', false, false, false],
  ['1.2.3.4/33', false, false, false],
  ['::/129', false, false, false],
  ['1.2.3.4/-1', false, false, false],
  ['1.2.3.4/', false, false, false],
  ['1.2.3.0/24/8', false, false, false],
];

test.each(ranges)('range %j', (value, legacy, strict, modern) => {
  expect([cidrLegacy(value), cidrLegacy(value, true), cidr(value)].map((wrong) => wrong === undefined)).toEqual([
    legacy,
    strict,
    modern,
  ]);
});

describe('families', () => {
  test('an IPv4 address in the form of IPv6 is one of IPv4', () => {
    expect(['1.2.3.4', '::1', '::ffff:1.2.3.4'].map((value) => parseIp(value)?.family)).toEqual([4, 6, 4]);
  });
});
