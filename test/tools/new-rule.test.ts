import { expect, test } from 'vitest';
import { filesOf, register } from '../../tools/new-rule/files-of.ts';

test.each([false, true])('a new rule has a file, a page with its fix and a test (about the set: %s)', (isSetRule) => {
  const files = filesOf({ id: 'no-odd-name', folder: 'secrets', isSetRule });
  expect(Object.keys(files)).toEqual([
    'src/validate/rules/secrets/no-odd-name.ts',
    'docs/rules/no-odd-name.md',
    'test/validate/rules/no-odd-name.test.ts',
  ]);
  const [rule = '', page = '', cases = ''] = Object.values(files);
  const fix = /fix: '(.*)'/.exec(rule)?.[1] ?? 'no fix';
  expect(rule).toContain('export const noOddName = defineRule({');
  expect(rule.includes('checkSet(')).toBe(isSetRule);
  expect(page).toContain(`Fix: ${fix}\n`);
  expect(page).toMatch(/^```yaml valid$/m);
  expect(page).toMatch(/^```yaml invalid [a-z.]+$/m);
  expect(cases).toContain("names: ['no-odd-name']");
});

test('it is registered at the end of the list', () => {
  const index = `import type { Rule } from '../../rule.ts';
import { one } from './one.ts';

export const someRules: readonly Rule[] = [
  one,
];
`;
  const grown = `import type { Rule } from '../../rule.ts';
import { one } from './one.ts';
import { noOddName } from './no-odd-name.ts';

export const someRules: readonly Rule[] = [
  one,
  noOddName,
];
`;
  expect(register(index, 'no-odd-name')).toBe(grown);
  const empty = "import type { Rule } from '../../rule.ts';\n\nexport const someRules: readonly Rule[] = [];\n";
  expect(register(empty, 'odd')).toContain('= [\n  odd,\n];');
  const short = empty.replace('= []', '= [one, two]');
  expect(register(short, 'odd')).toContain('= [\n  one, two,\n  odd,\n];');
  expect(register('export {};\n', 'odd')).toBeUndefined();
});
