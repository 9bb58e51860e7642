import { describe, expect, test } from 'vitest';
import * as formats from '#src/formats/index.ts';
import type { TextCheck } from '#src/formats/index.ts';

const long = (count: number): string => 'a'.repeat(count);

/** Texts from the tests of k8s.io/apimachinery/pkg/util/validation. */
const cases: readonly (readonly [TextCheck, good: readonly string[], bad: readonly string[]])[] = [
  [
    formats.dns1123Label,
    ['a', 'ab', 'a1', 'a-1', 'a--1--2--b', '0', '01', '1-a', long(63)],
    ['', 'A', 'a.b', '-', 'a-', '-a', '_', 'a_b', 'a ', 'a\n', long(64)],
  ],
  [
    formats.dns1123Subdomain,
    ['a', '0.a', 'a.b.c.d', '1.2-3.4', `${long(63)}.${long(63)}`, long(253)],
    ['', 'A.a', 'a..b', '.a', 'a.', 'a.-b', 'a_.b', 'a@b', long(254)],
  ],
  [formats.dns1123SubdomainWithUnderscore, ['a', '_a', 'a_b._c', '_a-b'], ['', '_', 'a_', '__a', 'A', '-a']],
  [formats.dns1035Label, ['a', 'a1', 'a-1', long(63)], ['', '0', '1a', 'A', 'a.b', '-a', 'a-', long(64)]],
  [formats.wildcardDns1123Subdomain, ['*.a', '*.example.com'], ['*', '*a', '*.*.a', 'a.*', '*.', 'a.b']],
  [
    formats.qualifiedName,
    ['a', 'A_b.c-1', '1.2.3.4/5678', 'example.com/Upper_123', `${long(253)}/${long(63)}`],
    ['', 'a%', 'a-', '-a', 'a/b/c', 'Example.com/a', 'a_b/c', 'a/', '/a', long(64), `${long(254)}/a`],
  ],
  [formats.labelValue, ['', 'a', 'A.b_c-1', '1.2', long(63)], ['-a', 'a-', 'a b', 'a/b', '_', long(64)]],
  [formats.cIdentifier, ['a', '_a1', 'A'], ['', '1a', 'a-b', 'a.b']],
  [formats.envVarName, ['a', 'A.b-c_d', '-', '_', '...a'.slice(2)], ['', '1a', '.', '..', '..a', 'a=b', 'a b']],
  [formats.relaxedEnvVarName, ['a', '1', ' ', '..', 'a b!"', '~'], ['', 'a=b', 'a\t', 'ä', '\u007F']],
  [formats.configMapKey, ['a', '.a', '_', 'A-b.c', long(253)], ['', '.', '..', '..a', 'a/b', 'a b', long(254)]],
  [formats.httpHeaderName, ['X-A', '1', '-'], ['', 'a_b', 'a:b', 'a b']],
  [formats.portName, ['a', '1a', 'a-b', long(15)], ['', '1', '-a', 'a-', 'a--b', 'A', 'a_b', long(16)]],
  [formats.pathSegmentName, ['', 'A:b c', '...'], ['.', '..', 'a/b', 'a%']],
  [formats.fullyQualifiedName, ['a.b.c', 'com.example.a.b'], ['', 'a.b', 'a.b.c.', 'A.b.c']],
  [formats.fullyQualifiedDomainName, ['a.b', 'a.b.'], ['', 'a', '.', 'a..b', `${long(64)}.b`]],
  [
    formats.domainPrefixedPath,
    ['acme.io/a', 'acme.io/a/b?'.slice(0, -1)],
    ['', 'acme.io', 'acme.io/', '/a', 'A/b', 'a/b c'],
  ],
  [formats.domainPrefixedKey, ['acme.io/a', 'acme.io/A_b'], ['', 'a', 'acme.io/', 'a/b/c']],
  [formats.percent, ['0%', '100%', '1000%'], ['', '%', '-1%', '1', '1.5%']],
];

describe.each(cases)('%o', (check, good, bad) => {
  test.each(good)('takes %j', (value) => expect(check(value)).toBeUndefined());
  test.each(bad)('refuses %j', (value) => expect(check(value)).toBeTypeOf('string'));
});

test('port numbers', () => {
  expect([0, 1, 65_535, 65_536, -1].map((port) => formats.portNumber(port) === undefined)).toEqual([
    false,
    true,
    true,
    false,
    false,
  ]);
});
