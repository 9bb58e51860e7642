import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { projectRoot, temporaryFolder } from '../support/keelson.ts';

/**
 * Input that wants to take time, memory or the process itself. Each runs in a process of its own, within half a gigabyte and with
 * a clear answer; ten seconds are the limit of a machine that does nothing else, so the hard stop is far beyond.
 */
const folder = temporaryFolder();
afterAll(() => folder.remove());

const head = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n';
const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('');

function bomb(): string {
  const names = 'abcdefghij';
  const levels = lines(
    9,
    (level) => `${names[level + 1]}: &${names[level + 1]} [${`*${names[level]},`.repeat(9).slice(0, -1)}]\n`,
  );
  return `${head}a: &a [x, x, x, x, x, x, x, x, x]\n${levels}`;
}

interface Case {
  readonly name: string;
  readonly text: () => string | Buffer;
  /** What the answer must say. */
  readonly says: RegExp;
  readonly file?: string;
}

const cases: readonly Case[] = [
  { name: 'a bomb of aliases', text: bomb, says: /aliases.*\[readable\]/ },
  {
    name: 'a deep flow',
    text: () => `${head}data: ${'['.repeat(100_000)}${']'.repeat(100_000)}\n`,
    says: /500 levels deep/,
  },
  {
    name: 'deep blocks',
    text: () => head + lines(3000, (depth) => `${' '.repeat(depth)}a:\n`),
    says: /levels deep|\[readable\]/,
  },
  {
    name: 'deep JSON',
    file: 'deep.json',
    text: () => '{"a":'.repeat(50_000) + '1' + '}'.repeat(50_000),
    says: /levels deep|\[readable\]/,
  },
  {
    name: 'a file of 100 MB',
    text: () => `${head}data:\n${lines(900_000, (index) => `  k${index}: ${'v'.repeat(100)}\n`)}`,
    says: /MiB, more than can be checked/,
  },
  {
    name: 'one object of 45 MB',
    text: () => `${head}data:\n${lines(400_000, (index) => `  k${index}: ${'v'.repeat(100)}\n`)}`,
    says: /1048576 bytes/,
  },
  {
    name: 'fifty thousand findings in one object',
    text: () => `${head}data:\n${lines(50_000, (index) => `  k${index}: ${index}\n`)}`,
    says: /50000 errors/,
  },
  {
    name: 'thirty thousand objects with a finding each',
    text: () =>
      `apiVersion: v1\nkind: List\nitems:\n${lines(30_000, (index) => `- apiVersion: v1\n  kind: ConfigMap\n  metadata:\n    name: X${index}\n`)}`,
    says: /30000 errors/,
  },
  {
    name: 'bytes that are no UTF-8',
    text: () => Buffer.concat([Buffer.from(head), Buffer.from([0xff, 0xfe, 10])]),
    says: /is not UTF-8/,
  },
  { name: 'tabs', text: () => head.replace('  name', '\tname'), says: /Tabs/ },
  { name: 'doubled keys', text: () => `${head}data: {}\ndata: {}\n`, says: /\[unique-keys\]/ },
  {
    name: 'an integer without end',
    text: () => `apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {ports: [{port: ${'9'.repeat(5000)}}]}\n`,
    says: /\[field-types\]/,
  },
  {
    name: 'names of the prototype',
    text: () => `${head}data:\n  __proto__: x\n  constructor: {}\n  toString: 1\n`,
    says: /\[field-types\]/,
  },
  {
    name: 'a regular expression that takes for ever',
    text: () => crdWith('pattern: "^(a+)+$"', 'a'.repeat(50_000) + '!'),
    says: /\[valid-custom-resource\]/,
  },
  {
    name: 'an expression that takes for ever',
    text: () =>
      crdWith(
        `x-kubernetes-validations: [{rule: "self.split('').all(a, self.split('').all(b, self.split('').all(c, a + b + c != 'xyz')))"}]`,
        'a'.repeat(3000),
      ),
    says: /\[valid-custom-resource|not checked/,
  },
];

function crdWith(constraint: string, value: string): string {
  return `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: widgets.example.com}
spec:
  group: example.com
  scope: Namespaced
  names: {kind: Widget, listKind: WidgetList, plural: widgets, singular: widget}
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: string
              ${constraint}
---
apiVersion: example.com/v1
kind: Widget
metadata: {name: blue}
spec: "${value}"
`;
}

test.each(cases)(
  '$name',
  ({ text, says, file = 'hostile.yaml' }) => {
    const path = join(folder.path, file);
    const account = join(folder.path, 'account.json');
    writeFileSync(path, text());
    const hook = join(folder.path, 'hook.cjs');
    writeFileSync(
      hook,
      `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(account)}, JSON.stringify(process.resourceUsage())));`,
    );
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--require', hook, join(projectRoot, 'bin/keelson.js'), 'validate', path, '--kubernetes', '1.36'],
      { encoding: 'utf8', maxBuffer: 1 << 28, timeout: 120_000 },
    );
    rmSync(path);
    expect(stderr).toBe('');
    expect(status).toBe(1);
    expect(stdout).toMatch(says);
    const { maxRSS } = JSON.parse(readFileSync(account, 'utf8')) as NodeJS.ResourceUsage;
    expect(maxRSS / 1024).toBeLessThan(500);
  },
  130_000,
);

test.each([
  ['CRLF', head.replaceAll('\n', '\r\n')],
  ['a byte order mark', `\ufeff${head}`],
  ['a merge key', `${head}data:\n  <<: {level: info}\n`],
  ['anchors', `${head}data:\n  a: &a text\n  b: *a\n`],
  ['empty documents around it', `---\n---\n${head}---\n# nothing\n---\n`],
])('%s is nothing wrong', (_, text) => {
  const path = join(folder.path, 'fine.yaml');
  writeFileSync(path, text);
  const { status, stdout } = spawnSync(
    process.execPath,
    [join(projectRoot, 'bin/keelson.js'), 'validate', path, '--kubernetes', '1.36'],
    { encoding: 'utf8' },
  );
  expect(stdout).toContain('checked 1 of 1 object');
  expect(status).toBe(0);
});
