import * as fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtInRules, judge } from '#src/validate/index.ts';
import { readYaml } from '#src/yaml/index.ts';
import { projectRoot } from '../support/keelson.ts';

const bases = join(projectRoot, 'test/cluster/agreement/bases');
const objects = readdirSync(bases)
  .filter((name) => name.endsWith('.yaml'))
  .flatMap((name) => readYaml(readFileSync(join(bases, name), 'utf8'), { file: name }).map(({ value }) => value));

const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(
    null,
    true,
    0,
    -1,
    1e308,
    0.5,
    '',
    ' ',
    'x'.repeat(300),
    '\u0000',
    '__proto__',
    [],
    {},
    [null],
    [[]],
    { '': null },
    { a: { a: {} } },
  ),
  fc.integer(),
  fc.string(),
  fc.jsonValue({ maxDepth: 3 }),
);

/** A real object with some of its values, at any depth, replaced by something odd or taken away. */
const mangled = fc
  .record({
    base: fc.integer({ min: 0, max: objects.length - 1 }),
    edits: fc.array(
      fc.record({ choice: fc.array(fc.nat(), { minLength: 1, maxLength: 7 }), value: odd, drop: fc.boolean() }),
      {
        minLength: 1,
        maxLength: 4,
      },
    ),
  })
  .map(({ base, edits }) => {
    const object = JSON.parse(JSON.stringify(objects[base])) as unknown;
    for (const { choice, value, drop } of edits) edit(object, choice, value, drop);
    return object;
  });

function edit(root: unknown, choice: readonly number[], value: unknown, drop: boolean): void {
  let node = root;
  for (const [depth, number] of choice.entries()) {
    if (typeof node !== 'object' || node === null) return;
    const holder = node as Record<string, unknown>;
    const keys = Object.keys(holder).filter((key) => depth > 0 || (key !== 'apiVersion' && key !== 'kind'));
    const key = keys[number % Math.max(1, keys.length)];
    if (key === undefined) return;
    if (depth === choice.length - 1) {
      if (drop && !Array.isArray(node)) delete holder[key];
      else holder[key] = value;
    } else node = holder[key];
  }
}

test('ten thousand mangled objects: no rule crashes, nothing throws, every finding has a place', () => {
  let refused = 0;
  fc.assert(
    fc.property(mangled, fc.constantFrom(25, 30, 34, 36, 37), (object, minor) => {
      const verdict = judge([{ path: 'mangled.json', text: JSON.stringify(object) }], {
        target: { minor, next: 37, podSecurity: { level: 'restricted' } },
        rules: builtInRules,
      });
      refused += Math.min(1, verdict.findings.length);
      const crashed = verdict.findings.filter(({ rule }) => rule === 'rule-crashed').map(({ message }) => message);
      expect(crashed).toEqual([]);
      for (const { location, fix, fingerprint } of verdict.findings) {
        expect(location?.line).toBeGreaterThan(0);
        expect(fix).not.toBe('');
        expect(fingerprint).toMatch(/^[0-9a-f]{32}$/);
      }
    }),
    { numRuns: 10_000 },
  );
  expect(refused).toBeGreaterThan(3000);
}, 240_000);
