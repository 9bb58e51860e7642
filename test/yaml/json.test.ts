import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readJsonFast, readYaml } from '#src/yaml/index.ts';

const full = (text: string) => readYaml(text, { file: 'object.json' })[0]?.value;

test('what it reads is what the full reader reads', () => {
  let read = 0;
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(undefined, 2), (value, indent) => {
      const text = JSON.stringify({ value }, null, indent);
      const fast = readJsonFast(text);
      if (fast === undefined) return;
      read += 1;
      expect(fast).toEqual(JSON.parse(text));
    }),
    { numRuns: 2000 },
  );
  expect(read).toBeGreaterThan(500);
  const text = '{"a": [1, -2.5, true, null, "x\\u00e9\\n"], "b": {"c": {}}}';
  expect(readJsonFast(text)).toEqual(full(text));
});

test.each([
  ['a key twice', '{"a": 1, "a": 2}'],
  ['a key twice, deep', '{"x": [{"b": {"a": 1, "c": [], "a": 2}}]}'],
  ['a key twice, one of them escaped', '{"a": 1, "\\u0061": 2}'],
  ['a number that JavaScript would round', '{"a": 12345678901234567890}'],
  ['a number that JavaScript would lose', '{"a": 1e999}'],
  ['a member of the prototype', '{"__proto__": {"a": 1}}'],
  ['what is no JSON', '{"a": 1,}'],
  ['what is cut off', '{"a": "b'],
  ['YAML in braces', '{a: 1}'],
  ['a scalar', '1'],
])("%s is the full reader's", (_, text) => {
  expect(readJsonFast(text)).toBeUndefined();
});

test('the same key in two mappings is no key twice', () => {
  expect(readJsonFast('[{"a": 1}, {"a": {"a": 2}}]')).toEqual([{ a: 1 }, { a: { a: 2 } }]);
});
