import { join } from 'node:path';
import { expect, test } from 'vitest';
import { UserError, UserErrors } from '#src/kernel/index.ts';
import {
  bootstrapBody,
  bootstrapText,
  errorEntries,
  explainBody,
  explainText,
  formatUserError,
  imageSetBody,
  imageSetText,
  initBody,
  initText,
  jsonDocument,
  listBody,
  listText,
  modelBody,
  modelText,
  plainPaint,
  synthBody,
  synthText,
  verifyBody,
  verifyText,
} from '#src/report/index.ts';
import type { ReportBody } from '#src/report/index.ts';
import { fleetWith } from '../scaffold/fleet.ts';
import { bootstrap, driftReport, explanations, synthResult } from './sample.ts';
import { readDocument } from './schema.ts';

const fleet = fleetWith('payments', 'accounts');
const image = {
  tenant: 'payments',
  app: 'checkout',
  environment: 'dev',
  file: 'environments/dev/images/payments.yaml',
  image: `ghcr.io/meridian/checkout@sha256:${'a'.repeat(64)}`,
  action: 'update',
  previous: `ghcr.io/meridian/checkout@sha256:${'b'.repeat(64)}`,
} as const;
const init = {
  directory: 'my-platform',
  files: ['tenants/demo.ts', 'README.md'],
  next: ['cd my-platform', 'npm install'],
};
const clean = { ...driftReport, drifts: [], undetermined: [], summary: { source: 0, undetermined: 0 } };

const reports: readonly (readonly [string, string, 0 | 2 | 3, ReportBody, string])[] = [
  ['synth', 'synth', 0, synthBody(synthResult), synthText(synthResult, plainPaint)],
  [
    'synth-check',
    'synth',
    3,
    synthBody({ ...synthResult, mode: 'check' }),
    synthText({ ...synthResult, mode: 'check' }, plainPaint),
  ],
  ['verify', 'verify', 2, verifyBody(driftReport), verifyText(driftReport, plainPaint)],
  ['verify-clean', 'verify', 0, verifyBody(clean), verifyText(clean, plainPaint)],
  ['explain', 'explain', 0, explainBody(explanations, 'Deployment/checkout'), explainText(explanations, plainPaint)],
  ['model', 'model', 0, modelBody(fleet), modelText(fleet)],
  ['bootstrap', 'bootstrap', 0, bootstrapBody(bootstrap), bootstrapText(bootstrap)],
  ['image-set', 'image-set', 0, imageSetBody(image), imageSetText(image)],
  ['init', 'init', 0, initBody(init), initText(init, plainPaint)],
  ...(['units', 'tenants', 'apps', 'components', 'environments', 'clusters'] as const).map(
    (kind) => [`list-${kind}`, 'list', 0, listBody(fleet, kind), listText(fleet, kind)] as const,
  ),
];

const golden = (name: string): string => join(import.meta.dirname, 'golden', name);

test.each(reports)('%s', async (name, command, code, body, text) => {
  await expect(text).toMatchFileSnapshot(golden(`${name}.txt`));
  const json = jsonDocument(command, '1.2.3', code, body);
  expect(readDocument(json)).toMatchObject({ ok: code === 0, exitCode: code, errors: [] });
  await expect(json).toMatchFileSnapshot(golden(`${name}.json`));
});

test('the text of a verdict is never "equals" while something is undetermined', () => {
  const { undetermined } = driftReport;
  const text = verifyText({ ...clean, undetermined, summary: { source: 0, undetermined: 1 } }, plainPaint);
  expect(text).toContain('could not be verified');
  expect(text).not.toContain('equals');
});

const source = ['export default defineTenant({', "\tparent: 'comerce',", '});'];
const readLine = (_file: string, line: number): string | undefined => source[line - 1];
const at = { file: 'tenants/payments.ts', line: 2, column: 10 };

test.each([
  [
    'error-with-range',
    new UserError({
      code: 'unknown-parent',
      message: 'Parent "comerce" of tenant "payments" is not declared.',
      hint: 'Did you mean commerce?\nA parent is a tenant of type `org-unit`, or `root`.',
      location: { ...at, endLine: 2, endColumn: 19 },
    }),
  ],
  ['error-with-point', new UserError({ code: 'broken', message: 'Broken.', location: at })],
  [
    'error-over-lines',
    new UserError({ code: 'broken', message: 'Broken.', location: { ...at, endLine: 3, endColumn: 2 } }),
  ],
  [
    'error-past-the-end',
    new UserError({ code: 'broken', message: 'Broken.', location: { ...at, line: 3, column: 40 } }),
  ],
  [
    'error-of-another-commit',
    new UserError({ code: 'broken', message: 'Broken.', location: { ...at, commit: 'abc' } }),
  ],
  [
    'error-without-place',
    new UserError({ code: 'unknown-option', message: "unknown option '--evn'", hint: 'Did you mean --env?' }),
  ],
])('%s', async (name, error) => {
  await expect(formatUserError(error, readLine, plainPaint)).toMatchFileSnapshot(golden(`${name}.txt`));
});

test.each([
  ['http', "  repository: 'https://robot:s3cret@git.example.com/a.git',"],
  ['a token alone', "  repository: 'https://s3cret@git.example.com/a.git',"],
])('credentials in the source line are not printed: %s', (_title, source) => {
  const column = source.indexOf('git.example') + 1;
  const error = new UserError({
    code: 'credentials',
    message: 'Refused.',
    location: { file: 'a.ts', line: 1, column },
  });
  const text = formatUserError(error, () => source, plainPaint);
  expect(text).not.toContain('s3cret');
  const [, line = '', caret = ''] = text.split('\n');
  expect(line.slice(caret.indexOf('^'))).toMatch(/^git\.example/);
});

function errorAt(line: number, code: string): UserError {
  return new UserError({ code, message: code, location: { file: 'tenants/a.ts', line, column: 1 } });
}

test('errors go into the envelope in the order of their places', () => {
  const errors = errorEntries(new UserErrors([errorAt(9, 'late'), errorAt(2, 'second'), errorAt(2, 'first')]));
  expect(errors.map((one) => one.code)).toEqual(['first', 'second', 'late']);
  const document = readDocument(jsonDocument('model', '1.2.3', 2, { summary: {} }, errors));
  expect(document).toMatchObject({
    ok: false,
    exitCode: 2,
    errors: [{ code: 'first' }, { code: 'second' }, { code: 'late' }],
  });
});

test('a bug is one error without its stack', () => {
  expect(errorEntries(new TypeError('x is undefined'))).toEqual([{ code: 'bug', message: 'x is undefined' }]);
});

test('an exit code without errors and without its body is refused by the schema', () => {
  expect(() => readDocument(jsonDocument('synth', '1.2.3', 0, { summary: {} }))).toThrow(/required property/);
});
