import { describe, expect, test } from 'vitest';
import type { Check } from '#src/api-server/check.ts';
import { child } from '#src/api-server/field-path.ts';
import { validateWebhookUrl } from '#src/api-server/meta/webhook-client.ts';

function isRefused(url: string, minor: number): boolean {
  const check: Check = { minor, errors: [] };
  validateWebhookUrl(check, url, child(undefined, 'url'));
  return check.errors.length > 0;
}

/** What API servers of 1.36 and 1.34 said. */
describe.each([36, 34])('URLs of webhooks on 1.%i', (minor) => {
  test.each([
    'https://host',
    'HTTPS://host/a b',
    'https://host:/?',
    'https://:443/#',
    'https://ho_st/%20',
    'https://h\u00f6st/',
    'https://h%C3%B6st/',
    'https://[::1]:443/x',
    'https://[::ffff:1.2.3.4]/',
    'https://[fe80::1%25en0]:80/',
  ])('%s is taken', (url) => {
    expect(isRefused(url, minor)).toBe(false);
  });

  test.each([
    '',
    'host',
    'http://host',
    'https://',
    'https:host',
    'https://user@host/',
    'https://host/?a=b',
    'https://host/#f',
    'https://host:port',
    'https://ho st/',
    'https://host/%zz',
    'https://ho%20st/',
    'https://[::1',
    'https://[::1]x/',
    'https://[1.2.3.4]/',
    'https://host/\u0001',
  ])('%j is refused', (url) => {
    expect(isRefused(url, minor)).toBe(true);
  });
});

test('newer servers take one port only', () => {
  expect(isRefused('https://host:80:90/', 36)).toBe(true);
  expect(isRefused('https://host:80:90/', 34)).toBe(false);
});
