import { describe, expect, test } from 'vitest';
import { detectSourceDrift, differingFields } from '#src/drift/index.ts';

describe('differingFields', () => {
  test.each<readonly [string, Parameters<typeof differingFields>[0], Parameters<typeof differingFields>[1], unknown]>([
    ['nothing for equal values', { a: [1, { b: null }] }, { a: [1, { b: null }] }, []],
    [
      'a changed field, its pointer escaped',
      { 'a/b~c': 1 },
      { 'a/b~c': 2 },
      [{ pointer: '/a~1b~0c', expected: 1, actual: 2 }],
    ],
    [
      'a missing and a new field, sorted',
      { b: 1 },
      { a: 1 },
      [
        { pointer: '/a', actual: 1 },
        { pointer: '/b', expected: 1 },
      ],
    ],
    [
      'list items by position',
      { l: [1, 2] },
      { l: [1, 3, 4] },
      [
        { pointer: '/l/1', expected: 2, actual: 3 },
        { pointer: '/l/2', actual: 4 },
      ],
    ],
    ['another type as a whole', { a: [1] }, { a: { 0: 1 } }, [{ pointer: '/a', expected: [1], actual: { 0: 1 } }]],
    [
      'big integers exactly',
      { n: 9007199254740993n },
      { n: 1 },
      [{ pointer: '/n', expected: '9007199254740993', actual: 1 }],
    ],
    ['a key that every object seems to have', {}, { constructor: 'x' }, [{ pointer: '/constructor', actual: 'x' }]],
    ['the whole value', 1, 2, [{ pointer: '', expected: 1, actual: 2 }]],
  ])('%s', (_name, expected, actual, fields) => {
    expect(differingFields(expected, actual)).toEqual(fields);
  });
});

test('a link in dist/ is a stray, an unreadable file undetermined', async () => {
  const result = await detectSourceDrift({
    expected: [],
    tree: {
      files: [],
      folders: [],
      odd: [
        { path: 'dist/a', type: 'symlink' },
        { path: 'dist/b', type: 'unreadable' },
      ],
    },
    renderedText: () => '',
    foundText: () => '',
    isOwned: () => false,
    isUnmoved: () => false,
  });
  expect(result.drifts).toEqual([
    { sense: 'source', change: 'extra', cause: 'stray-file', file: 'dist/a', fields: [] },
  ]);
  expect(result.undetermined.map(({ subject }) => subject)).toEqual(['dist/b']);
});
