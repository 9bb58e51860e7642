import { describe, expect, test } from 'vitest';
import { UserError, UserErrors } from '#src/kernel/index.ts';
import { emitYaml } from '#src/yaml/index.ts';
import type { YamlValue } from '#src/yaml/index.ts';

/** What constructs hand over is not always what its type says. */
function errorsOf(value: unknown): readonly string[] {
  try {
    emitYaml(value as YamlValue);
  } catch (error) {
    if (error instanceof UserError) return [error.message];
    if (error instanceof UserErrors) return error.errors.map(({ message }) => message);
    throw error;
  }
  return [];
}

test('the canonical form', () => {
  const value: YamlValue = {
    spec: {
      replicas: 3,
      empty: {},
      none: [],
      nothing: null,
      ratio: 0.5,
      huge: 9223372036854775807n,
      tiny: 1e-7,
      matrix: [[1, 2], [], [{ a: 1, B: 2 }]],
      containers: [
        {
          name: 'web',
          args: ['--port=80', '-v', 'yes', '012', '1:30', ''],
          command: ['sh', '-c', 'set -eu\nexec "$@"\n'],
        },
      ],
    },
    metadata: { namespace: 'payments-dev', labels: { b: '1', a: 'true' }, name: 'web', annotations: { z: 'a: b' } },
    kind: 'Deployment',
    data: {
      keep: 'a\n\n\n',
      strip: 'a\nb',
      indented: '  a\nb\n',
      spaces: 'a\n  \nb',
      folded: 'x'.repeat(300),
      10: 'ten',
      9: 'nine',
    },
    apiVersion: 'apps/v1',
  };
  expect(emitYaml(value)).toBe(
    `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: payments-dev
  annotations:
    z: "a: b"
  labels:
    a: "true"
    b: "1"
data:
  "10": ten
  "9": nine
  folded: ${'x'.repeat(300)}
  indented: |2
      a
    b
  keep: |+
    a


  spaces: "a\\n  \\nb"
  strip: |-
    a
    b
spec:
  containers:
  - args:
    - --port=80
    - -v
    - "yes"
    - "012"
    - "1:30"
    - ""
    command:
    - sh
    - -c
    - |
      set -eu
      exec "$@"
    name: web
  empty: {}
  huge: 9223372036854775807
  matrix:
  - - 1
    - 2
  - []
  - - B: 2
      a: 1
  none: []
  nothing: null
  ratio: 0.5
  replicas: 3
  tiny: 1.0e-7
`,
  );
});

test('keys of anything but a Kubernetes object are sorted without exception', () => {
  expect(emitYaml({ metadata: { name: 'a', labels: {} }, kind: 'b' })).toBe(
    'kind: b\nmetadata:\n  labels: {}\n  name: a\n',
  );
  expect(emitYaml({ apiVersion: 'v1', kind: 'List', a: 1 })).toBe('apiVersion: v1\nkind: List\na: 1\n');
  expect(emitYaml({ apiVersion: 'v1', kind: 'X', metadata: {} })).toBe('apiVersion: v1\nkind: X\nmetadata: {}\n');
});

test.each<readonly [YamlValue, string]>([
  [{}, '{}\n'],
  [[], '[]\n'],
  [null, 'null\n'],
  ['a', 'a\n'],
  ['a\nb\n', '"a\\nb\\n"\n'],
  [-0, '-0.0\n'],
  [1e21, '1.0e+21\n'],
  [2 ** 60, '1.152921504606847e+18\n'],
  [['a', ['b']], '- a\n- - b\n'],
])('at the top: %j', (value, text) => {
  expect(emitYaml(value)).toBe(text);
});

describe('strings', () => {
  test.each([
    'web',
    'a b',
    '/etc/app',
    '10.0.0.0/16',
    '--flag=x',
    'https://a:80/b?c#d',
    '100m',
    '1Gi',
    'v1.2',
    'é',
    '日本',
    '😀',
    'a,b',
    'x{y}',
    "it's",
    '$(POD)',
    'a"b',
    'Ja',
    'nope',
    'sha256:9f86',
  ])('%s stands as it is', (text) => {
    expect(emitYaml(text)).toBe(`${text}\n`);
  });

  test.each([
    '',
    'yes',
    'No',
    'ON',
    'y',
    'N',
    'true',
    'null',
    '~',
    '=',
    '<<',
    '.inf',
    '-.INF',
    '.nan',
    '1',
    '012',
    '0o7',
    '0x1F',
    '0b1',
    '1_000',
    '1.5',
    '.5',
    '1e3',
    '1:30',
    '2024-01-01',
    '1.2.3',
    ' a',
    'a ',
    '- a',
    '-',
    '? a',
    ': a',
    'a: b',
    'a:',
    'a #b',
    '#a',
    '&a',
    '*a',
    '!a',
    '|',
    '>',
    '%a',
    '@a',
    '`a',
    '{a',
    '[a',
    ']',
    '}',
    ',a',
    '---',
    '... a',
    '"a"',
    "'a'",
  ])('%s is quoted', (text) => {
    expect(emitYaml(text)).toBe(`${JSON.stringify(text)}\n`);
  });

  test.each([
    ['a\tb', '"a\\tb"'],
    ['\u0000', '"\\u0000"'],
    ['\u007f', '"\\u007f"'],
    ['\u0085', '"\\u0085"'],
    ['\u00a0', '"\\u00a0"'],
    ['\u2028', '"\\u2028"'],
    ['\ufeff', '"\\ufeff"'],
    ['a\r\nb', '"a\\r\\nb"'],
  ])('%j is escaped', (text, written) => {
    expect(emitYaml(text)).toBe(`${written}\n`);
  });

  test('a key that is too long for a reader to find its colon is explicit', () => {
    const key = 'k'.repeat(1000);
    expect(emitYaml({ [key]: { a: [1] } })).toBe(`? ${key}\n:\n  a:\n  - 1\n`);
  });
});

describe('what cannot be written is said with its pointer', () => {
  const cycle: Record<string, unknown> = {};
  cycle['a'] = { b: [cycle] };
  let deep: unknown = 1;
  for (let index = 0; index < 600; index++) deep = [deep];

  test.each<readonly [string, unknown, readonly string[]]>([
    ['undefined', { a: [1, undefined] }, ['/a/1 is undefined']],
    ['NaN and infinity, all at once', { b: Number.NaN, a: -Infinity }, ['/a is -Infinity', '/b is NaN']],
    ['a function', { 'x/y': () => 1 }, ['/x~1y is a function']],
    ['a symbol', [Symbol('s')], ['/0 is a symbol']],
    ['a date', { a: new Date(0) }, ['/a is a Date']],
    ['a map', { a: new Map() }, ['/a is a Map']],
    ['a cycle', cycle, ['/a/b/0 contains itself (3 levels up)']],
    ['a large integer', { a: 2n ** 64n }, ['/a is 18446744073709551616, more than 64 bits']],
    ['half a surrogate pair', { a: '\ud800' }, ['/a holds half of a surrogate pair: "\\ud800"']],
    ['half a surrogate pair in a key', { '\ud800': 1 }, ['/"\\ud800" holds half of a surrogate pair: "\\ud800"']],
    ['half a surrogate pair in a text', { a: 'b\n\ud800' }, ['/a holds half of a surrogate pair: "b\\n\\ud800"']],
    ['the top', undefined, ['the value is undefined']],
    ['depth', deep, [`${'/0'.repeat(500)} is nested more than 500 levels deep`]],
  ])('%s', (_, value, messages) => {
    expect(errorsOf(value)).toEqual(messages);
  });

  test('objects of another realm and without a prototype are plain', () => {
    expect(emitYaml(Object.assign(Object.create(null) as Record<string, YamlValue>, { a: 1 }))).toBe('a: 1\n');
  });
});
