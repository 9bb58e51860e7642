import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { UserError, UserErrors } from '#src/kernel/index.ts';
import { emitYaml, readDocuments, readYaml } from '#src/yaml/index.ts';
import { nastyStrings, scalars, structures } from './corpus.ts';
import { comparable, comparableJson } from './json-text.ts';
import { nastyObject } from './nasty-object.ts';

interface Report {
  readonly reader: string;
  readonly verdicts: readonly { readonly text: string; readonly lenient?: string; readonly strict?: string }[];
}

function fixture(name: string): Report {
  return JSON.parse(readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')) as Report;
}

/** What Kubernetes' strict reader takes and this one refuses, on purpose. */
const refusedHere = new Map<string, string>([
  ['a: \ufeffb\n', 'a byte order mark inside a file is an accident'],
  ['a: "x\u2028y"\n', 'YAML 1.1 takes it for a line break, 1.2 does not'],
  ['a: x\ry: z\n', 'YAML says line break, editors and git do not'],
  [' a: 1\nb: 2\n', 'Kubernetes drops the second line'],
  ['"a":b\n', 'Kubernetes drops everything behind the key'],
  ['1: x\n"1": y\n', 'which one holds is left to chance'],
  ['a: "\\\'"\n', 'an escape that no YAML has'],
  ['a: "x\ny"\n', 'YAML wants the second line indented'],
  ['a: [\n1\n]\n', 'YAML wants the second line indented'],
]);

/** What only its lenient reader takes: keys that override merged ones, which is what merges are for. */
const lenientOnly = new Set([
  'x: &x {a: 1, b: 2}\ny:\n  <<: *x\n  a: 3\n',
  'x: &x {a: 1}\nz: &z {a: 2, b: 3}\ny:\n  <<: [*x, *z]\n',
]);

function read(text: string): { readonly value: unknown } | undefined {
  try {
    const [document] = readYaml(text, { file: 'a.yaml' });
    return { value: document === undefined ? null : comparable(document.value) };
  } catch (error) {
    if (error instanceof UserError || error instanceof UserErrors) return undefined;
    throw error;
  }
}

describe('reading agrees with sigs.k8s.io/yaml', () => {
  const { verdicts, reader } = fixture('verdicts.json');

  test('the verdicts are about the corpus as it is', () => {
    expect(reader).toContain('sigs.k8s.io/yaml v1.6.0');
    expect(verdicts.map(({ text }) => text)).toEqual([...scalars.map((text) => `v: ${text}\n`), ...structures]);
  });

  test.each(verdicts.map((verdict) => [JSON.stringify(verdict.text).slice(0, 60), verdict] as const))(
    '%s',
    (_, { text, lenient, strict }) => {
      const accepted = lenientOnly.has(text) ? lenient : refusedHere.has(text) ? undefined : strict;
      expect(read(text)).toEqual(accepted === undefined ? undefined : { value: comparableJson(accepted) });
    },
  );
});

describe('writing is read alike by sigs.k8s.io/yaml', () => {
  const { verdicts } = fixture('emitted.json');

  test('the verdicts are about what is written today', () => {
    expect(verdicts.map(({ text }) => text)).toEqual(nastyStrings.map((text) => emitYaml(nastyObject(text))));
  });

  test.each(nastyStrings.map((text, index) => [JSON.stringify(text).slice(0, 60), text, index] as const))(
    '%s',
    (_, text, index) => {
      const verdict = verdicts[index];
      expect(comparableJson(verdict?.strict ?? '"refused"')).toEqual(comparable(nastyObject(text)));
      expect(readDocuments(verdict?.text ?? '', { file: 'a.yaml' })).toEqual([nastyObject(text)]);
    },
  );
});
