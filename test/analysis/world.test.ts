import { describe, expect, test } from 'vitest';
import { indexReferences, openWorld, setObjectOf } from '#src/analysis/index.ts';
import type { SetObject } from '#src/analysis/index.ts';

function objectOf(kind: string, namespace: string | undefined, name: string, path = 'set.yaml'): SetObject {
  const ref = { group: '', version: 'v1', kind, ...(namespace === undefined ? {} : { namespace }), name };
  return setObjectOf(
    ref,
    'v1',
    { metadata: { name } },
    { file: { path, text: '' }, ordinal: 0, prefix: '', value: {} },
  );
}

describe('an object is found', () => {
  const own = objectOf('Service', 'shop', 'web');
  const other = objectOf('Service', 'bank', 'web');
  const anywhere = objectOf('Service', undefined, 'db');
  const world = openWorld({ minor: 36, objects: [other, own, anywhere] });

  test('in its namespace', () => {
    expect(world.find('/Service', 'shop', 'web')).toBe(own);
    expect(world.find('/Service', 'bank', 'web')).toBe(other);
    expect(world.find('/Service', 'farm', 'web')).toBeUndefined();
  });

  test('without a namespace, as the first of its name', () => {
    expect(world.find('/Service', undefined, 'web')).toBe(other);
  });

  test('in every namespace, where it names none', () => {
    expect(world.find('/Service', 'farm', 'db')).toBe(anywhere);
    expect(world.find('/Service', undefined, 'db')).toBe(anywhere);
  });

  test('before one that names no namespace', () => {
    const loose = objectOf('Service', undefined, 'web');
    expect(openWorld({ minor: 36, objects: [loose, own] }).find('/Service', 'shop', 'web')).toBe(own);
  });

  test('by nothing that is no name', () => {
    for (const name of ['__proto__', 'toString', '']) expect(world.find('/Service', 'shop', name)).toBeUndefined();
  });
});

describe('what is there without being in the set', () => {
  const outside = [
    { kind: '/Secret', namespace: 'shop', name: 'db' },
    { kind: '/Secret', namespace: 'bank' },
    { kind: '/ConfigMap', name: 'trust' },
  ];
  const index = indexReferences(openWorld({ minor: 36, objects: [], outside }));
  const isThere = (kind: string, namespace: string | undefined, name: string) =>
    index.find(kind, namespace, name) !== undefined;

  test('is found by name and namespace, where it says them', () => {
    expect(isThere('/Secret', 'shop', 'db')).toBe(true);
    expect(isThere('/Secret', undefined, 'db')).toBe(true);
    expect(isThere('/Secret', 'shop', 'api')).toBe(false);
    expect(isThere('/Secret', 'farm', 'db')).toBe(false);
  });

  test('has any name or namespace where it says none', () => {
    expect(isThere('/Secret', 'bank', 'whatever')).toBe(true);
    expect(isThere('/Secret', undefined, 'whatever')).toBe(true);
    expect(isThere('/ConfigMap', 'farm', 'trust')).toBe(true);
    expect(isThere('/ConfigMap', 'farm', 'other')).toBe(false);
  });

  test('is used once it was found, alone', () => {
    const [db, any] = outside;
    const fresh = indexReferences(openWorld({ minor: 36, objects: [], outside }));
    fresh.find('/Secret', 'shop', 'db');
    expect(fresh.used.has(db)).toBe(true);
    expect(fresh.used.has(any)).toBe(false);
  });
});
