import { expect, test } from 'vitest';
import { findField } from '#src/load/source-fields.ts';

const source = `import { defineTenant } from 'keelson';

// defineTenant({ name: 'not this one' })
export default defineTenant({
  name: 'payments', // a comment with { and '
  /* another: } */ "displayName": 'Pay "ments" }',
  pattern: /[{}'"/]/g,
  text: \`a \${[1, 2].map((n) => \`\${n} }\`).join(',')} b\`,
  total: 4 / 2 / 1,
  ...shared,
  build(scope, input) { return { name: input['}'] }; },
  access: { admin: { groups: ['a', "b", \`c\`] } },
  labels: { 'team.example/name': 'x', 'a~b': 'y' },
  name2,
} as const);
`;
const call = { file: 'tenants/payments.ts', line: 4, column: 16 };

function textAt(pointer: string, part: 'key' | 'value'): string | undefined {
  const place = findField(source, call, pointer)?.[part];
  return place === undefined ? undefined : source.split('\n')[place.line - 1]?.slice(place.column - 1);
}

test.each([
  ['/name', "name: 'payments',", "'payments',"],
  ['/displayName', '"displayName": ', "'Pay "],
  ['/pattern', 'pattern: ', '/[{}'],
  ['/total', 'total: ', '4 / 2'],
  ['/build', 'build(scope', 'build(scope'],
  ['/access/admin/groups/1', '"b", ', '"b", '],
  ['/labels/team.example~1name', "'team.example/name'", "'x'"],
  ['/labels/a~0b', "'a~b'", "'y'"],
  ['/name2', 'name2,', 'name2,'],
])('%s', (pointer, key, value) => {
  expect(textAt(pointer, 'key')?.slice(0, key.length)).toBe(key);
  expect(textAt(pointer, 'value')?.slice(0, value.length)).toBe(value);
});

test('a field that is not written leads to the nearest parent, or nowhere', () => {
  expect(textAt('/access/admin/users', 'value')).toMatch(/^\{ groups/);
  expect(textAt('/nothing', 'value')).toBeUndefined();
});

test('an argument that is no literal leads nowhere', () => {
  expect(findField('defineTenant(tenant)', { file: 'a.ts', line: 1, column: 1 }, '/name')).toBeUndefined();
  expect(findField('defineTenant(', { file: 'a.ts', line: 1, column: 1 }, '/name')).toBeUndefined();
  expect(findField('', { file: 'a.ts', line: 9, column: 9 }, '/name')).toBeUndefined();
});
