import * as fc from 'fast-check';
import * as jsYaml from 'js-yaml';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { emitYaml, readDocuments, readYaml, readYamlFast } from '#src/yaml/index.ts';
import type { YamlValue } from '#src/yaml/index.ts';
import { strings, values } from './arbitrary.ts';

const runs = { numRuns: 2000 };

test('what is written, the full reader and the fast one read back', () => {
  fc.assert(
    fc.property(values, (value) => {
      const text = emitYaml(value);
      expect(readYaml(text, { file: 'a.yaml' }).map((document) => document.value)).toEqual([value]);
      expect(readDocuments(text, { file: 'a.yaml' })).toEqual([value]);
    }),
    runs,
  );
});

test('the fast reader does not decline objects as constructs write them', () => {
  const word = fc.stringMatching(/^[a-z][a-zA-Z0-9./-]{0,12}$/);
  const short = strings.filter((text) => text.length < 800);
  const member = fc.oneof(fc.dictionary(word, short), fc.array(short));
  fc.assert(
    fc.property(fc.dictionary(word, member, { minKeys: 1 }), (value) => {
      expect(readYamlFast(emitYaml(value))).toEqual([value]);
    }),
    runs,
  );
});

test.each(['1.1', '1.2'] as const)('YAML %s reads it back', (version) => {
  fc.assert(
    fc.property(values, (value) => {
      const read: unknown = parse(emitYaml(value), { version, logLevel: 'silent', maxAliasCount: 0 });
      expect(read).toEqual(rounded(value));
    }),
    runs,
  );
});

test('js-yaml reads it back', () => {
  fc.assert(
    fc.property(values, (value) => {
      expect(jsYaml.load(emitYaml(value))).toEqual(rounded(value));
    }),
    runs,
  );
});

/** Those readers have doubles only. */
function rounded(value: YamlValue): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item: YamlValue) => rounded(item));
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, rounded(member)]));
}

test('one value has one text, however its keys are ordered', () => {
  fc.assert(
    fc.property(values, (value) => {
      expect(emitYaml(reversed(value))).toBe(emitYaml(value));
    }),
    { numRuns: 500 },
  );
});

function reversed(value: YamlValue): YamlValue {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item: YamlValue) => reversed(item));
  const entries = Object.entries(value).toReversed();
  return Object.fromEntries(entries.map(([key, member]) => [key, reversed(member)]));
}
