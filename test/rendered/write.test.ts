import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nodeFiles } from '#src/io/index.ts';
import { readDist } from '#src/rendered/index.ts';
import type { FileToWrite } from '#src/rendered/index.ts';
import { put, rendered, snapshot, temporaryFolder, unitFiles, write } from './fixtures/world.ts';

const checkout = 'dev/dev-eu-1/payments/checkout';
const ledger = 'dev/dev-eu-1/payments/ledger';
const a = `dist/${checkout}/a.yaml`;

function git(root: string, ...args: readonly string[]): void {
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@meridian.example', ...args], {
    cwd: root,
    stdio: 'pipe',
  });
}

function commit(root: string): void {
  put(root, '.gitignore', '.keelson/\n');
  if (!existsSync(join(root, '.git'))) git(root, 'init', '-q');
  git(root, 'add', '-A');
  git(root, 'commit', '-q', '--allow-empty', '-m', 'Render');
}

function dist(root: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(snapshot(root)).filter(([path]) => path.startsWith('dist/')));
}

test('only changed files are written, and nothing at all when nothing changed', async () => {
  const root = temporaryFolder();
  const first = unitFiles(checkout, { 'a.yaml': 'a: 1\n', 'b.yaml': 'b: 1\n' });
  expect((await write({ root, rendered: first })).actions.map((one) => [one.action, one.path])).toEqual([
    ['create', a],
    ['create', `dist/${checkout}/b.yaml`],
  ]);
  const renames: string[] = [];
  const files = { ...nodeFiles, rename: (from: string, to: string) => (renames.push(to), nodeFiles.rename(from, to)) };
  const second = unitFiles(checkout, { 'a.yaml': 'a: 1\n', 'b.yaml': 'b: 2\n' });
  const plan = await write({ root, rendered: second, files });
  expect(plan).toMatchObject({ unchanged: 1, actions: [{ action: 'update', path: `dist/${checkout}/b.yaml` }] });
  expect(renames.filter((path) => path.includes('/dist/'))).toEqual([join(root, `dist/${checkout}/b.yaml`)]);
  renames.length = 0;
  expect(await write({ root, rendered: second, files })).toMatchObject({ unchanged: 2, actions: [], strays: [] });
  expect(renames).toEqual([]);
  expect(Object.keys(snapshot(root)).filter((path) => path.startsWith('.keelson/'))).toEqual([
    '.keelson/',
    '.keelson/owned.json',
  ]);
});

test('what is no longer rendered goes, with its empty folders, when HEAD or the record says that it is ours', async () => {
  const root = temporaryFolder();
  const kept = unitFiles(checkout, { 'a.yaml': 'a: 1\n' });
  await write({ root, rendered: [...kept, ...unitFiles(ledger, { 'l.yaml': 'l: 1\n' })] });
  commit(root);
  await write({ root, rendered: [...kept, ...unitFiles(ledger, { 'l.yaml': 'l: 1\n', 'm.yaml': 'm: 1\n' })] });
  // One file is committed, one only recorded.
  expect(JSON.parse(readFileSync(join(root, '.keelson/owned.json'), 'utf8'))).toMatchObject({
    files: { [`dist/${ledger}/m.yaml`]: expect.any(String) },
  });
  const plan = await write({ root, rendered: kept });
  expect(plan.actions.map((one) => one.action)).toEqual(['delete', 'delete']);
  expect(Object.keys(dist(root)).filter((path) => path.includes('ledger'))).toEqual([]);
});

test('an intact file that neither HEAD nor the record knows, a foreign and an edited file are reported and left', async () => {
  const root = temporaryFolder();
  const kept = unitFiles(checkout, { 'a.yaml': 'a: 1\n' });
  await write({ root, rendered: [...kept, ...unitFiles(ledger, { 'l.yaml': 'l: 1\n', 'e.yaml': 'e: 1\n' })] });
  commit(root);
  const copied = unitFiles(ledger, { 'copied.yaml': 'l: 1\n' })[0]!;
  put(root, copied.path, copied.text);
  put(root, `dist/${ledger}/notes.txt`, 'mine\n');
  put(root, `dist/${ledger}/e.yaml`, readFileSync(join(root, `dist/${ledger}/e.yaml`), 'utf8').replace('e: 1', 'e: 2'));
  symlinkSync('notes.txt', join(root, `dist/${ledger}/link.yaml`));
  const plan = await write({ root, rendered: kept });
  expect(plan.actions.map((one) => one.path)).toEqual([`dist/${ledger}/l.yaml`]);
  expect(plan.strays).toEqual([copied.path, `dist/${ledger}/link.yaml`, `dist/${ledger}/notes.txt`]);
  expect(plan.handEdits).toEqual([{ path: `dist/${ledger}/e.yaml`, because: 'content', overwritten: false }]);
  expect(Object.keys(dist(root)).filter((path) => path.startsWith(`dist/${ledger}/`))).toHaveLength(5);
});

test('a record that names another digest proves nothing', async () => {
  const root = temporaryFolder();
  const kept = unitFiles(checkout, { 'a.yaml': 'a: 1\n' });
  await write({ root, rendered: [...kept, ...unitFiles(ledger, { 'l.yaml': 'l: 1\n' })] });
  const other = unitFiles(ledger, { 'l.yaml': 'l: 2\n' })[0]!;
  put(root, other.path, other.text);
  expect(await write({ root, rendered: kept })).toMatchObject({ actions: [], strays: [other.path] });
  put(root, '.keelson/owned.json', 'garbage');
  expect(await write({ root, rendered: kept })).toMatchObject({ actions: [], strays: [other.path] });
});

test.each<[string, (text: string) => string, string, RegExp]>([
  ['a changed value', (text) => text.replace('a: 1', 'a: 9'), 'content', /^-a: 1\n\+a: 9$/m],
  ['conflict markers', (text) => `<<<<<<< HEAD\n${text}=======\n>>>>>>> x\n`, 'conflict', /^\+<<<<<<< HEAD$/m],
  ['CRLF', (text) => text.replaceAll('\n', '\r\n'), 'line-endings', /only line endings differ/],
  ['a cut', (text) => text.slice(0, 40), 'header', /^-a: 1$/m],
  ['no header', () => 'a: 1\n', 'no-header', /^-# sha256/m],
  ['an emptied file', () => '', 'no-header', /^-a: 1$/m],
])('a hand edit where a file is rendered is shown and overwritten: %s', async (_, edit, because, diff) => {
  const root = temporaryFolder();
  const files = unitFiles(checkout, { 'a.yaml': 'a: 1\n' });
  await write({ root, rendered: files });
  put(root, a, edit(files[0]!.text));
  const plan = await write({ root, rendered: files });
  expect(plan.handEdits).toEqual([{ path: a, because, overwritten: true, diff: expect.stringMatching(diff) }]);
  expect(readFileSync(join(root, a), 'utf8')).toBe(files[0]!.text);
});

test('the diff of a Secret shows no data', async () => {
  const root = temporaryFolder();
  const files = unitFiles(checkout, { 'secret.a.yaml': 'kind: Secret\ndata:\n  a: aGlkZGVu\n' });
  await write({ root, rendered: files });
  put(root, files[0]!.path, files[0]!.text.replace('aGlkZGVu', 'b3RoZXI='));
  const plan = await write({ root, rendered: files });
  expect(plan.handEdits[0]?.diff).toBe('a Secret: its content is not shown\n');
});

test('a selection prunes, reads and reports only its own part of dist/', async () => {
  const root = temporaryFolder();
  const values = rendered(`dist/.values/${checkout}.yaml`, 'v: 1\n');
  const both = [...unitFiles(checkout, { 'a.yaml': 'a: 1\n', 'b.yaml': 'b: 1\n' }), values];
  const other = unitFiles(ledger, { 'l.yaml': 'l: 1\n' });
  const prod = unitFiles('prod/prod-us-1/payments/checkout', { 'a.yaml': 'a: 1\n' });
  await write({ root, rendered: [...both, ...other, ...prod] });
  put(root, `dist/${ledger}/notes.txt`, 'mine\n');
  const unit = await write({ root, rendered: both.slice(0, 1), scope: [checkout] });
  expect(unit.actions.map((one) => one.path)).toEqual([values.path, `dist/${checkout}/b.yaml`]);
  expect(unit.strays).toEqual([]);
  // A unit whose declaration went is found by its environment.
  const environment = await write({ root, rendered: both.slice(0, 1), scope: ['dev'] });
  expect(environment.actions.map((one) => one.path)).toEqual([`dist/${ledger}/l.yaml`]);
  expect(environment.strays).toEqual([`dist/${ledger}/notes.txt`]);
  expect(Object.keys(dist(root))).toContain(prod[0]!.path);
  await expect(write({ root, rendered: both.slice(0, 1), scope: [ledger] })).rejects.toThrow('outside the scope');
});

test('the guard stops mass deletion, and an empty result always', async () => {
  const root = temporaryFolder();
  const many = unitFiles(
    checkout,
    Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`c${i}.yaml`, `c: ${i}\n`])),
  );
  await write({ root, rendered: many });
  const before = snapshot(root);
  const less = (count: number): readonly FileToWrite[] => many.slice(0, 30 - count);
  await expect(write({ root, rendered: less(11) })).rejects.toMatchObject({
    code: 'too-many-deletes',
    message: `This run would delete 11 files of 30; it may delete 10. Most of them: dist/${checkout}/ (11).`,
    hint: 'If all of them are to go, run again with --allow-delete 11. dist/ is left as it is.',
  });
  for (const allowDelete of ['all', 99, undefined] as const) {
    const options = allowDelete === undefined ? {} : { allowDelete };
    await expect(write({ root, rendered: [], ...options })).rejects.toMatchObject({ code: 'empty-render' });
  }
  await expect(write({ root, rendered: [], scope: [checkout] })).rejects.toMatchObject({ code: 'empty-render' });
  expect(snapshot(root)).toEqual(before);
  await write({ root, rendered: less(11), allowDelete: 11 });
  await write({ root, rendered: less(20) });
  await write({ root, rendered: [], scope: [checkout], allowDelete: 'all' });
  expect(dist(root)).toEqual({});
});

test.each<[string, (root: string) => void, string, string]>([
  ['a folder where a file belongs', (root) => mkdirSync(join(root, a), { recursive: true }), 'folder-in-the-way', a],
  [
    'a file where a folder belongs',
    (root) => put(root, `dist/${checkout}`, 'x'),
    'file-in-the-way',
    `dist/${checkout}`,
  ],
  [
    'a link where a file belongs',
    (root) => (
      put(root, 'x', 'x'),
      mkdirSync(join(root, `dist/${checkout}`), { recursive: true }),
      symlinkSync(join(root, 'x'), join(root, a))
    ),
    'odd-entry',
    a,
  ],
  [
    'a link where a folder belongs',
    (root) => (
      put(root, 'elsewhere/x', 'x'),
      mkdirSync(join(root, 'dist')),
      symlinkSync(join(root, 'elsewhere'), join(root, 'dist/dev'))
    ),
    'odd-entry',
    'dist/dev',
  ],
  [
    'a linked dist',
    (root) => (mkdirSync(join(root, 'elsewhere')), symlinkSync(join(root, 'elsewhere'), join(root, 'dist'))),
    'dist-is-no-folder',
    'dist',
  ],
  ['a file called dist', (root) => put(root, 'dist', 'x'), 'dist-is-no-folder', 'dist'],
])('%s: a clear error, nothing touched', async (_, prepare, code, path) => {
  const root = temporaryFolder();
  prepare(root);
  const before = snapshot(root);
  const files = unitFiles(checkout, { 'a.yaml': 'a: 1\n', 'b.yaml': 'b: 1\n' });
  for (const scope of [undefined, [checkout]]) {
    const options = scope === undefined ? {} : { scope };
    await expect(write({ root, rendered: files, ...options })).rejects.toMatchObject({
      code,
      message: expect.stringContaining(path),
      hint: expect.stringContaining('run the command again'),
      location: { file: path },
    });
  }
  expect({ ...snapshot(root), '.keelson/': '' }).toEqual({ ...before, '.keelson/': '' });
});

test('two objects at one path are refused', async () => {
  const root = temporaryFolder();
  const files = [...unitFiles(checkout, { 'a.yaml': 'a: 1\n' }), ...unitFiles(checkout, { 'A.yaml': 'a: 2\n' })];
  await expect(write({ root, rendered: files })).rejects.toMatchObject({ code: 'duplicate-path' });
  expect(dist(root)).toEqual({});
});

test('a generated file outside dist/ is part of the write, and never pruned', async () => {
  const root = temporaryFolder();
  const files = unitFiles(checkout, { 'a.yaml': 'a: 1\n' });
  const plan = await write({
    root,
    rendered: files,
    generated: [{ path: '.github/CODEOWNERS', text: '* @meridian\n' }],
  });
  expect(plan.actions.map((one) => one.path)).toEqual(['.github/CODEOWNERS', a]);
  expect((await write({ root, rendered: files })).actions).toEqual([]);
  expect(existsSync(join(root, '.github/CODEOWNERS'))).toBe(true);
});

test('dist/ is read with every state, and links are not followed', () => {
  const root = temporaryFolder();
  const file = unitFiles(checkout, { 'a.yaml': 'a: 1\n' })[0]!;
  put(root, file.path, file.text);
  put(root, `dist/${checkout}/b.yaml`, `${file.text}b: 2\n`);
  put(root, 'dist/README.md', 'mine\n');
  symlinkSync(root, join(root, 'dist/loop'));
  const tree = readDist(nodeFiles, root);
  const source = { file: 'tenants/payments.ts', symbol: 'payments' };
  expect(tree.files).toMatchObject([
    { path: 'dist/README.md', state: 'foreign' },
    { path: a, state: 'intact', source, unit: checkout, sha256: file.sha256 },
    { path: `dist/${checkout}/b.yaml`, state: 'edited', because: 'content', source },
  ]);
  expect(tree.odd).toEqual([{ path: 'dist/loop', type: 'symlink' }]);
  rmSync(join(root, 'dist'), { recursive: true });
  expect(readDist(nodeFiles, root)).toEqual({ files: [], odd: [], folders: [] });
});
