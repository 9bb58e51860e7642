import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtInRules, fileRules, waiverRules } from '#src/validate/index.ts';
import type { RuleMetadata } from '#src/validate/index.ts';
import { projectRoot } from '../support/keelson.ts';
import { areas, catalogue } from './rule-map/catalogue.ts';
import { ruleMapPage } from './rule-map/page.ts';
import { reasons } from './rule-map/row.ts';
import { tools } from './rule-map/tools.ts';

const rules: readonly RuleMetadata[] = [...builtInRules, ...fileRules, ...waiverRules];
const ids: ReadonlySet<string> = new Set(rules.map(({ id }) => id));

describe.each(tools)('$name', ({ name, count, checks }) => {
  test('all its checks are in the list', () => {
    expect(new Set(checks).size).toBe(count);
    expect(checks).toHaveLength(count);
  });

  test('each check has a rule, and no rule names a check that there is not', () => {
    expect(checks.filter((check) => rulesFor(`${name}/${check}`).length === 0)).toEqual([]);
    const named = rules.flatMap(({ aliases = [] }) => aliases).filter((alias) => alias.startsWith(`${name}/`));
    expect(named.filter((alias) => !checks.includes(alias.slice(name.length + 1)))).toEqual([]);
  });
});

describe('the catalogue', () => {
  test('has every wish of every area once', () => {
    const expected = Object.entries(areas).flatMap(([area, count]) =>
      Array.from({ length: count }, (_, index) => `${area}-${String(index + 1).padStart(3, '0')}`),
    );
    expect(catalogue.map(({ id }) => id)).toEqual(expected);
  });

  test('has a rule, an error or a reason for each', () => {
    const bare = catalogue.filter(
      ({ rules: own, errors, reason }) => own.length + errors.length === 0 && reason === undefined,
    );
    expect(bare.map(({ id }) => id)).toEqual([]);
  });

  test('names rules that there are', () => {
    const named = catalogue.flatMap(({ id, rules: own }) => own.map((rule) => ({ id, rule })));
    expect(named.filter(({ rule }) => !ids.has(rule))).toEqual([]);
  });

  test('names errors that the source has and a test provokes', () => {
    const source = textOf('src', ['.ts']);
    const cases = [textOf('test', ['.test.ts']), textOf('test/bad-input/cases', ['expected.txt'])].join('\n');
    const named = [...new Set(catalogue.flatMap(({ errors }) => errors))];
    expect(named.filter((code) => !source.includes(`'${code}'`))).toEqual([]);
    expect(named.filter((code) => !formsOf(code).some((form) => cases.includes(form)))).toEqual([]);
  });

  test('has at most ten reasons, and none that no wish gives', () => {
    const given = new Set(catalogue.flatMap(({ reason }) => (reason === undefined ? [] : [reason])));
    expect([...given].toSorted()).toEqual(Object.keys(reasons).toSorted());
    expect(given.size).toBeLessThanOrEqual(10);
  });
});

test('docs/rule-map.md says the same', () => {
  const file = join(projectRoot, 'docs/rule-map.md');
  const page = ruleMapPage(rulesFor);
  if (process.env['UPDATE_GOLDEN'] === '1' && process.env['CI'] === undefined) writeFileSync(file, page);
  expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(page);
});

/** As tests and golden texts write the code of an error. */
function formsOf(code: string): readonly string[] {
  return [`'${code}'`, `[${code}]`, `: ${code}: `];
}

function rulesFor(alias: string): readonly string[] {
  return rules.filter(({ aliases = [] }) => aliases.includes(alias)).map(({ id }) => id);
}

function textOf(folder: string, ends: readonly string[]): string {
  const found = readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' });
  const files = found.filter((file) => ends.some((end) => file.endsWith(end)));
  return files.map((file) => readFileSync(join(projectRoot, folder, file), 'utf8')).join('\n');
}
