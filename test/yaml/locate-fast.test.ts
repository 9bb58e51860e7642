import * as fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emitYaml, locateFast, readYaml, readYamlFast } from '#src/yaml/index.ts';
import type { YamlValue } from '#src/yaml/index.ts';
import { projectRoot } from '../support/keelson.ts';
import { values } from './arbitrary.ts';

function* pointersIn(value: unknown, pointer = ''): Generator<string> {
  yield pointer;
  yield `${pointer}/no-such-member`;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    yield* pointersIn(member, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
  }
}

/** How many places were compared; 0 when the text is left to the full reader. */
function agrees(text: string): number {
  const fast = readYamlFast(text) === undefined ? undefined : locateFast(text, { file: 'a.yaml' });
  if (fast === undefined) return 0;
  const full = readYaml(text, { file: 'a.yaml' });
  expect(fast.map(({ index }) => index)).toEqual(full.map(({ index }) => index));
  let compared = 0;
  for (const [ordinal, document] of full.entries()) {
    for (const pointer of pointersIn(document.value)) {
      expect({ pointer, at: fast[ordinal]?.locate(pointer) }).toEqual({ pointer, at: document.locate(pointer) });
      compared++;
    }
  }
  return compared;
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => join(entry.parentPath, entry.name));
}

test('the fast locator finds every place of the rendered files where the full reader does', () => {
  const files = filesBelow(join(projectRoot, 'dist'));
  const compared = files.map((file) => agrees(readFileSync(file, 'utf8')));
  expect(compared.filter((places) => places > 0).length / files.length).toBeGreaterThan(0.9);
});

test('the same for whatever our emitter writes, one document or several', () => {
  let compared = 0;
  const keys = fc.constantFrom('spec', 'b/c', 'd~e', 'a b');
  const objects = fc.dictionary(keys, values, { minKeys: 1 }) as fc.Arbitrary<YamlValue>;
  const texts = fc.array(
    objects.map((value) => emitYaml(value)),
    { minLength: 1, maxLength: 3 },
  );
  fc.assert(
    fc.property(texts, fc.boolean(), (documents, marker) => {
      compared += agrees(`${marker ? '---\n' : ''}${documents.join('---\n')}`);
    }),
    { numRuns: 2000 },
  );
  expect(compared).toBeGreaterThan(2000);
});

test.each([
  ['a list at the column of its key', 'a:\n- b: 1\n  c:\n  - 2\n- d\ne: f\n'],
  ['lists in lists', '- - a\n  - b: 1\n-\n  - c\n'],
  ['folded lines', 'a: one\n  two\nb: "x\n  y"\nc: z\n'],
  ['blocks of text', 'a: |\n  one\n\n  two\n\nb: |-\n  x\n'],
  ['blanks that are no spaces', 'a: |\n  : \t\n  \u00a0\n  \u3000\nb: "c"\n'],
  ['nothing', 'a:\nb:\n  c:\nd:\n-\n- e\n'],
  ['empty documents', '---\n---\na: 1\n---\n---\nb: 2\n'],
  ['a header', '# one\n# two\na: 1\n---\n# three\nb: 2\n'],
  ['no last break', 'a: 1\nb:\n  c: 2'],
  ['quoted keys', '"a b": 1\n\'c/d\':\n  "e~f": 2\n'],
])('%s', (_, text) => {
  expect(agrees(text)).toBeGreaterThan(0);
});

test('a comment among the content is left to the full reader', () => {
  expect(locateFast('a: 1\n# b\nc: 2\n', { file: 'a.yaml' })).toBeUndefined();
});
