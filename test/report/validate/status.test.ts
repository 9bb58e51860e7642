import { expect, test } from 'vitest';
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
import { fails } from '#src/validate/index.ts';
import type { Validation } from '#src/validate/index.ts';
import type { Finding } from '#src/kernel/index.ts';
import { readDocument } from '../schema.ts';
import { sampleValidation } from './sample.ts';

const sample = sampleValidation();
const open = sample.findings.filter(({ causes }) => causes === undefined);

/** One finding with another end, one that is waived, one that the base has; the others are left out. */
function marked(): Validation {
  const [first, second, third] = open;
  if (first === undefined || second === undefined || third === undefined) throw new Error('the sample has too few');
  const related: Finding = {
    ...first,
    message: 'the one that counts',
    severity: 'error',
    status: 'new',
    related: [
      {
        object: { group: '', version: 'v1', kind: 'Service', namespace: 'shop', name: 'other' },
        pointer: '/spec/selector',
        location: { file: 'web/service.yaml', line: 5, column: 1 },
      },
    ],
  };
  const waived: Finding = {
    ...second,
    message: 'the waived one',
    status: 'new',
    waiver: { reason: 'A webhook sets it.', owner: 'team-web', expires: '2999-01-31' },
  };
  const existing: Finding = { ...third, message: 'the old one', status: 'existing' };
  return { ...sample, base: { ref: 'origin/main', commit: 'a'.repeat(40) }, findings: [related, waived, existing] };
}

const validation = marked();
const noLine = (): undefined => undefined;

test('what is waived and what is old counts nowhere', () => {
  expect(fails({ findings: validation.findings.slice(1) }, 'info')).toBe(false);
  const document = readDocument(jsonDocument('validate', '1.2.3', 1, validateBody(validation)));
  expect(document).toMatchObject({
    summary: { error: 1, warning: 0, info: 0, waived: 1, existing: 1 },
    base: { ref: 'origin/main' },
  });
  expect(document['findings']).toHaveLength(3);
});

test('text names the other end, and the waived ones when they are asked for', () => {
  const text = validateText(validation, noLine, plainPaint);
  expect(text).toContain('also      Service shop/other (web/service.yaml:5:1)');
  expect(text).toContain('1 existing finding is not shown: origin/main had it');
  expect(text).toMatch(/\n1 error, 0 warnings, 1 waived\n$/);
  expect(text).not.toContain('the waived one');
  expect(text).not.toContain('the old one');
  const all = validateText(validation, noLine, plainPaint, true);
  expect(all).toContain('the waived one');
  expect(all).toContain('waiver    waived until 2999-01-31 by team-web: A webhook sets it.');
  expect(validateText({ ...validation, findings: validation.findings.slice(2) }, noLine, plainPaint)).toContain(
    'nothing new found',
  );
});

test.each([
  ['github', validateGithub],
  ['junit', validateJunit],
  ['markdown', validateMarkdown],
] as const)('%s names the other end and leaves out what does not count', (_name, report) => {
  const text = report(validation);
  expect(text).toContain('also: Service shop/other (web/service.yaml:5:1)');
  expect(text).not.toContain('the waived one');
  expect(text).not.toContain('the old one');
});

test('SARIF suppresses what is waived, and says what is old', () => {
  const { runs } = JSON.parse(validateSarif(validation, '1.2.3')) as {
    readonly runs: readonly { readonly results: readonly Readonly<Record<string, unknown>>[] }[];
  };
  expect(runs[0]?.results).toMatchObject([
    {
      baselineState: 'new',
      relatedLocations: [
        {
          physicalLocation: { artifactLocation: { uri: 'web/service.yaml' }, region: { startLine: 5 } },
          message: { text: 'Service shop/other' },
        },
      ],
    },
    { suppressions: [{ kind: 'external', status: 'accepted', justification: 'A webhook sets it.' }] },
    { baselineState: 'unchanged' },
  ]);
});
