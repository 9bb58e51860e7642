import { describe, expect, test } from 'vitest';
import { formatLocation, UserError, UserErrors } from '#src/kernel/index.ts';
import { readYaml } from '#src/yaml/index.ts';

function errorsOf(input: string | Uint8Array): readonly string[] {
  try {
    readYaml(input, { file: 'a.yaml' });
  } catch (error) {
    const errors = error instanceof UserErrors ? error.errors : [error];
    return errors.map((each) => {
      if (!(each instanceof UserError) || each.location === undefined || each.hint === undefined) throw each;
      return `${formatLocation(each.location)} ${each.code}: ${each.message}`;
    });
  }
  return [];
}

function valuesOf(input: string | Uint8Array): readonly unknown[] {
  return readYaml(input, { file: 'a.yaml' }).map(({ value }) => value);
}

function range(location: { line: number; column: number; endLine?: number; endColumn?: number }): string {
  return `${location.line}:${location.column}-${location.endLine}:${location.endColumn}`;
}

describe('errors', () => {
  test.each<readonly [string, string, readonly string[]]>([
    [
      'a: b: c\n',
      'two colons',
      ['a.yaml:1:4 yaml-syntax: broken YAML: Nested mappings are not allowed in compact mappings'],
    ],
    ['a:\n\tb: 1\n', 'a tab', ['a.yaml:2:1 yaml-syntax: broken YAML: Tabs are not allowed as indentation']],
    ['a: 1\nb: 2\na: 3\n', 'a duplicate', ['a.yaml:3:1 yaml-duplicate-key: duplicate key "a" (first on line 1)']],
    ['a: 1\n---\nb: *x\n', 'an unknown anchor', ['a.yaml:3:4 yaml-unknown-anchor: unknown anchor "x"']],
    ['a: &x\n  b: *x\n', 'a cycle', ['a.yaml:2:6 yaml-cycle: anchor "x" contains itself']],
    [
      'a: .inf\nb: .nan\n',
      'two at once',
      ['a.yaml:1:4 yaml-number: .inf is not a finite number', 'a.yaml:2:4 yaml-number: .nan is not a finite number'],
    ],
    [
      'a: x\ny: "\u2028"\n',
      'a separator',
      ['a.yaml:2:5 yaml-character: character U+2028 cannot stand in YAML as it is'],
    ],
    [
      'a: x\ry: z\n',
      'a lone carriage return',
      ['a.yaml:1:5 yaml-character: character U+000D cannot stand in YAML as it is'],
    ],
    ['~: a\n', 'no key', ['a.yaml:1:1 yaml-key: ~ cannot be a key']],
    ['[a]: b\n', 'a list as key', ['a.yaml:1:1 yaml-key: a key must be a string']],
    [
      'x: &x {a: 1}\ny:\n  a: 2\n  <<: *x\n',
      'a late merge',
      ['a.yaml:4:3 yaml-merge-order: << brings "a", which stands before it'],
    ],
    ['y:\n  <<: 1\n', 'a wrong merge', ['a.yaml:2:7 yaml-merge: << needs a mapping']],
    ['a: !!int x\n', 'a wrong tag', ['a.yaml:1:10 yaml-tag: "x" is not what !!int says']],
    ['a: "\\ud800"\n', 'half a pair', ['a.yaml:1:4 yaml-escape: an escape names half of a surrogate pair']],
    [
      '%YAML 1.2\n---\na: 1\n',
      'a version',
      ['a.yaml:2:1 yaml-version: Kubernetes does not read a document marked as YAML 1.2'],
    ],
    [
      `${'['.repeat(600)}${']'.repeat(600)}\n`,
      'depth',
      ['a.yaml:1:502 yaml-too-deep: nested more than 500 levels deep'],
    ],
  ])('%j: %s', (text, _, messages) => {
    expect(errorsOf(text)).toEqual(messages);
  });

  test('conflict markers of git', () => {
    const [first] = errorsOf('a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> other\n');
    expect(first).toMatch(/^a\.yaml:2:1 yaml-syntax: /);
  });

  test('bytes that are no UTF-8', () => {
    const bytes = Buffer.concat([Buffer.from('a: é\nb: x'), Buffer.from([0xff]), Buffer.from('\n')]);
    expect(errorsOf(bytes)).toEqual(['a.yaml:2:5 yaml-encoding: byte 11 is not UTF-8']);
    expect(errorsOf(Buffer.from('a: é').subarray(0, 4))).toEqual(['a.yaml:1:4 yaml-encoding: byte 4 is not UTF-8']);
  });

  test('a bomb of aliases, and nesting that would exhaust the stack', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x,x]',
      ...'bcdefghi'.split('').map((name, index) => {
        const below = `*${'abcdefgh'.charAt(index)}`;
        return `${name}: &${name} [${Array.from({ length: 10 }, () => below).join(', ')}]`;
      }),
    ].join('\n');
    expect(errorsOf(bomb)).toHaveLength(1);
    expect(errorsOf(bomb)[0]).toContain('yaml-alias-bomb');
    expect(errorsOf('['.repeat(100_000))).toHaveLength(1);
    expect(errorsOf('- '.repeat(20_000))).toHaveLength(1);
  });
});

describe('values', () => {
  test('byte order mark, CRLF and bytes', () => {
    expect(valuesOf('\ufeffa: |\r\n  x\r\n  y\r\nb: "é"\r\n')).toEqual([{ a: 'x\ny\n', b: 'é' }]);
    expect(valuesOf(Buffer.from('\ufeffa: é\n'))).toEqual([{ a: 'é' }]);
  });

  test('empty documents are left out, an explicit null is not', () => {
    expect(valuesOf('')).toEqual([]);
    expect(valuesOf('# only a comment\n')).toEqual([]);
    expect(valuesOf('---\n# nothing\n---\na: 1\n---\n')).toEqual([{ a: 1 }]);
    expect(valuesOf('null\n')).toEqual([null]);
    expect(readYaml('---\n---\na: 1\n', { file: 'a.yaml' })[0]?.index).toBe(1);
  });

  test('integers above 2^53 are exact', () => {
    expect(valuesOf('a: 9007199254740993\nb: 9007199254740991\nc: 18446744073709551615\n')).toEqual([
      { a: 9007199254740993n, b: 9007199254740991, c: 18446744073709551615n },
    ]);
  });

  test('a member named __proto__ is a member', () => {
    const [value] = valuesOf('__proto__: {a: 1}\n');
    expect(Object.keys(value as object)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });
});

describe('positions', () => {
  const text = `# comment
---
apiVersion: v1
spec:
  containers:
  - name: web
    "image": app:1   # tag
  a/b: &shared {x: 1}
  copy: *shared
  merged:
    <<: *shared
    z:
`;
  const [document] = readYaml(text, { file: 'dir/a.yaml' });

  test.each([
    ['', '', undefined, '3:1-12:7'],
    ['/apiVersion', '/apiVersion', '3:1-3:11', '3:13-3:15'],
    ['/spec/containers/0', '/spec/containers/0', undefined, '6:5-7:27'],
    ['/spec/containers/0/image', '/spec/containers/0/image', '7:5-7:12', '7:14-7:19'],
    ['/spec/a~1b/x', '/spec/a~1b/x', '8:17-8:18', '8:20-8:21'],
    ['/spec/copy/x', '/spec/copy/x', '8:17-8:18', '8:20-8:21'],
    ['/spec/copy', '/spec/copy', '9:3-9:7', '9:9-9:16'],
    ['/spec/merged/x', '/spec/merged/x', '8:17-8:18', '8:20-8:21'],
    ['/spec/merged/z', '/spec/merged/z', '12:5-12:6', '12:7-12:7'],
    ['/spec/containers/1/image', '/spec/containers', '5:3-5:13', '6:3-7:27'],
    ['/nothing/here', '', undefined, '3:1-12:7'],
  ])('%s', (pointer, found, key, value) => {
    const position = document?.locate(pointer);
    expect(position?.pointer).toBe(found);
    expect(position?.key && range(position.key)).toBe(key);
    expect(position?.value && range(position.value)).toBe(value);
    expect(position?.value).toMatchObject({ file: 'dir/a.yaml', document: 0 });
  });
});
