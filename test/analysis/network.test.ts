import { describe, expect, test } from 'vitest';
import { blockTakes, coversHost, isInside, isPrivate, isWithin, meetsListener, opens } from '#src/analysis/index.ts';

test.each([
  ['10.0.0.0/8', [], '10.255.0.1', true],
  ['10.0.0.0/8', [], '11.0.0.1', false],
  ['10.0.0.0/9', [], '10.128.0.1', false],
  ['0.0.0.0/0', ['169.254.0.0/16'], '169.254.169.254', false],
  ['0.0.0.0/0', ['169.254.0.0/17'], '169.254.169.254', true],
  ['::/0', [], '169.254.169.254', false],
  ['fd00:ec2::/32', [], 'fd00:ec2::254', true],
  ['nonsense', [], '10.0.0.1', false],
])('block %s but %j takes %s: %s', (cidr, except, address, expected) => {
  expect(blockTakes({ cidr, except }, address)).toBe(expected);
});

test('blocks in blocks', () => {
  expect(isInside('10.1.0.0/16', '10.0.0.0/8')).toBe(true);
  expect(isInside('10.0.0.0/8', '10.1.0.0/16')).toBe(false);
  expect(isInside('10.0.0.0/8', '')).toBe(false);
  expect(isPrivate('192.168.4.0/24')).toBe(true);
  expect(isPrivate('192.0.0.0/8')).toBe(false);
});

describe('hosts', () => {
  test.each([
    ['*.example.org', 'a.example.org', true],
    ['*.example.org', 'A.Example.org', true],
    ['*.example.org', 'a.b.example.org', false],
    ['*.example.org', 'example.org', false],
    ['*.example.org', '*.example.org', true],
    ['*.example.org', '*.a.example.org', false],
    ['a.example.org', '*.example.org', false],
  ])('a certificate for %s is good for %s: %s', (name, host, expected) => {
    expect(coversHost(name, host)).toBe(expected);
  });

  test.each([
    ['a.b.example.org', '*.example.org', true],
    ['example.org', '*.example.org', false],
    ['*.example.org', 'a.example.org', true],
    ['a.example.org', undefined, true],
    ['b.example.org', 'a.example.org', false],
  ])('%s comes in at a listener for %s: %s', (host, hostname, expected) => {
    expect(meetsListener(host, hostname)).toBe(expected);
  });

  test('a name that only ends alike is not within', () => {
    expect(isWithin('evil-example.org', 'example.org')).toBe(false);
    expect(isWithin('a.example.org', 'example.org')).toBe(true);
  });
});

test.each([
  [undefined, true],
  [[{ port: 53, protocol: 'UDP' }], true],
  [[{ protocol: 'UDP' }], true],
  [[{ port: 50, endPort: 60, protocol: 'UDP' }], true],
  [[{ port: 'dns', protocol: 'UDP' }], true],
  [[{ port: 53 }], false],
  [[{ port: 50, endPort: 52, protocol: 'UDP' }], false],
])('ports %j open 53 over UDP: %s', (ports, expected) => {
  expect(opens(ports, 53, 'UDP')).toBe(expected);
});
