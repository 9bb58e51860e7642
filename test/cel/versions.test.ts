import { describe, expect, test } from 'vitest';
import { celTypeOf, compileCel, dynType, ruleVariables } from '#src/cel/index.ts';
import { isTaken } from './evaluate.ts';

/** From which server on a new expression may use it: one version after it came, so that a cluster can go back. */
const since: readonly (readonly [string, number])[] = [
  ["'a'.find('b') == ''", 25],
  ["authorizer.path('/healthz').check('get').allowed()", 28],
  ["quantity('1').isInteger()", 29],
  ['object.?a.hasValue()', 29],
  ['1 < 1.5', 29],
  ['sets.contains([1], [1])', 30],
  ["'%d'.format([1]) == '1'", 30],
  ["isIP('::1')", 31],
  ["isCIDR('::/0')", 31],
  ["format.named('uri').hasValue()", 32],
  ["authorizer.group('').resource('pods').fieldSelector('a=b').check('list').allowed()", 32],
  ['[1].all(i, v, v == 1)', 33],
  ["isSemver('1.0.0')", 34],
  ['[1, 1].distinct() == [1]', 35],
];

describe.each(since)('%s', (source, first) => {
  test(`is taken from 1.${first} on`, () => {
    const taken = Array.from({ length: 13 }, (_, at) => 25 + at).filter((minor) => isTaken(source, minor));
    expect(taken).toEqual(Array.from({ length: 38 - first }, (_, at) => first + at));
  });
  test('is taken one version before where it is stored', () => {
    expect(isTaken(source, Math.max(first - 1, 25), { expressions: 'stored' })).toBe(
      first !== 32 || !source.includes('fieldSelector'),
    );
  });
});

test('a version beyond the newest known is unsupported', () => {
  expect(compileCel('1', { minor: 38, use: 'crd', variables: {} }).outcome).toBe('unsupported');
});

test('bindings are for device selectors, patches for mutations', () => {
  expect(isTaken('cel.bind(x, 1, x == 1)', 36)).toBe(false);
  expect(isTaken('cel.bind(x, 1, x == 1)', 36, { use: 'dra' })).toBe(true);
  expect(isTaken("jsonpatch.escapeKey('a/b') == 'a~1b'", 36)).toBe(false);
  expect(isTaken("jsonpatch.escapeKey('a/b') == 'a~1b'", 36, { use: 'mutation' })).toBe(true);
});

describe('what the checker refuses', () => {
  const variables = { ...ruleVariables(celTypeOf(schema(), 'self') ?? dynType) };
  const problemOf = (source: string, minor = 36): string | undefined => {
    const compiled = compileCel(source, { minor, use: 'crd', variables });
    return compiled.outcome === 'invalid' ? `${compiled.problems[0]?.line}:${compiled.problems[0]?.column}` : undefined;
  };

  test.each([
    ['self.missing == 1', '1:5'],
    ['self.name + 1', '1:11'],
    ['foo(1)', '1:4'],
    ["self.name.matches('[')", '1:19'],
    ["duration('x') == duration('1s')", '1:9'],
    ["int('a') == 1", '1:4'],
    ["[1, 'a'] == []", '1:5'],
    ["[dyn(1), 'a'] == []", '1:10'],
    ["'%d'.format(['a']) == ''", '1:14'],
    ["'%d %d'.format([1]) == ''", '1:15'],
    ['self.count == self.ratio', '1:12'],
    ['self.name ==\n  null', '1:11'],
    ['self.list.all(1, true)', '1:15'],
    ['has(self)', '1:5'],
    ['1 +', '1:4'],
    ['self.namespace.', '1:16'],
    ['package', '1:1'],
  ])('%s', (source, place) => expect(problemOf(source)).toBe(place));

  test.each([
    'self.namespace == self.__namespace__',
    'self.x__dash__y == 1',
    "'%d %s'.format([1, 'a']) == ''",
    'has(self.name)',
    'self.any == 1',
  ])('it takes %s', (source) => expect(problemOf(source)).toBeUndefined());

  test('a keyword is a field by its own name from 1.32 on', () => {
    expect(problemOf("self.namespace == ''", 31)).toBe('1:5');
    expect(problemOf("self.namespace == ''", 32)).toBeUndefined();
  });
});

function schema(): Parameters<typeof celTypeOf>[0] {
  return {
    type: 'object',
    properties: {
      name: { type: 'string' },
      namespace: { type: 'string' },
      count: { type: 'integer' },
      ratio: { type: 'number' },
      'x-y': { type: 'integer' },
      list: { type: 'array', items: { type: 'integer' } },
      any: { 'x-kubernetes-int-or-string': true },
    },
  };
}
