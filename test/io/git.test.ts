import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nodeGit } from '#src/io/index.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keelson-git-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function git(...args: readonly string[]): string {
  const identity = ['-c', 'user.name=t', '-c', 'user.email=t@meridian.example', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...identity, ...args], { cwd: folder, stdio: 'pipe' })
    .toString()
    .trim();
}

function put(path: string, text: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
}

test('outside a repository and before the first commit there is nothing to say', async () => {
  const outside = nodeGit(folder);
  const answers = async (): Promise<readonly unknown[]> => [
    await outside.head(),
    await outside.filesAtHead('dist'),
    await outside.show('HEAD', 'a'),
    await outside.lastCommit('a'),
    await outside.changedSince('HEAD', ['a']),
    await outside.resolve('HEAD'),
    await outside.mergeBase('HEAD', 'HEAD'),
  ];
  expect(new Set(await answers())).toEqual(new Set([undefined]));
  expect(await outside.isShallow()).toBeUndefined();
  expect(await outside.filesAt('HEAD', 'dist')).toEqual([]);
  git('init', '-q');
  expect(new Set(await answers())).toEqual(new Set([undefined]));
  expect(await outside.isShallow()).toBe(false);
});

test.each(['.', 'sub/platform'])('the files of a commit, byte for byte: %s', async (below) => {
  git('init', '-q', '-b', 'main');
  const bytes = Buffer.from([0, 255, 10, 13, 10, 0x80]);
  put(join(below, 'dist/b/ü x.yaml'), 'a: 1\n');
  put(join(below, 'dist/a/line\nbreak.yaml'), '');
  mkdirSync(join(folder, below, 'dist/c'), { recursive: true });
  writeFileSync(join(folder, below, 'dist/c/bytes'), bytes);
  symlinkSync('bytes', join(folder, below, 'dist/c/link'));
  put(join(below, 'tenants/t.ts'), '1\n');
  git('add', '-A');
  git('commit', '-q', '-m', 'One');
  const one = git('rev-parse', 'HEAD');
  git('checkout', '-q', '-b', 'work');
  put(join(below, 'dist/b/ü x.yaml'), 'a: 2\n');
  git('commit', '-q', '-a', '-m', 'Two');
  const port = nodeGit(join(folder, below));
  const files = await port.filesAt(one, 'dist');
  expect(files.map(({ path, data }) => [path, Buffer.from(data)])).toEqual([
    ['dist/a/line\nbreak.yaml', Buffer.alloc(0)],
    ['dist/b/ü x.yaml', Buffer.from('a: 1\n')],
    ['dist/c/bytes', bytes],
  ]);
  expect(await port.resolve('main')).toBe(one);
  expect(await port.resolve('nowhere')).toBeUndefined();
  expect(await port.resolve('--all')).toBeUndefined();
  expect(await port.mergeBase('main', 'work')).toBe(one);
});

test('more files than a pipe holds', async () => {
  git('init', '-q');
  for (let index = 0; index < 3000; index += 1) put(`dist/${index}.yaml`, `index: ${index}\n${'x'.repeat(200)}\n`);
  git('add', '-A');
  git('commit', '-q', '-m', 'Many');
  const files = await nodeGit(folder).filesAt('HEAD', 'dist');
  expect(files).toHaveLength(3000);
  const read = files.map(({ path, data }) => [path, Buffer.from(data).toString('utf8').split('\n')[0]]);
  expect(read.every(([path, line]) => `dist/${line?.slice('index: '.length)}.yaml` === path)).toBe(true);
});

// The repository of the platform may be a folder of a larger one: paths are the platform's.
test.each(['.', 'sub/platform'])('paths are relative to the root: %s', async (below) => {
  git('init', '-q');
  put(join(below, 'dist/a/ü x.yaml'), 'a: 1\n');
  put(join(below, 'dist/b.yaml'), 'b: 1\n');
  put(join(below, 'tenants/t.ts'), '1\n');
  put('outside.txt', 'x\n');
  git('add', '-A');
  git('commit', '-q', '-m', 'One');
  const one = git('rev-parse', 'HEAD');
  put(join(below, 'dist/b.yaml'), 'b: 2\n');
  git('commit', '-q', '-a', '-m', 'Two');
  const two = git('rev-parse', 'HEAD');
  const port = nodeGit(join(folder, below));

  expect(await port.head()).toBe(two);
  expect(await port.filesAtHead('dist')).toEqual(['dist/a/ü x.yaml', 'dist/b.yaml']);
  expect(await port.filesAtHead('none')).toEqual([]);
  expect(await port.show(one, 'dist/b.yaml')).toBe('b: 1\n');
  expect(await port.show(one, 'dist/none.yaml')).toBeUndefined();
  expect(await port.lastCommit('dist/a')).toBe(one);
  expect(await port.lastCommit('dist')).toBe(two);
  expect(await port.lastCommit('none')).toBeUndefined();

  put(join(below, 'tenants/t.ts'), '2\n');
  put(join(below, 'tenants/new.ts'), '1\n');
  put('outside.txt', 'y\n');
  expect(await port.changedSince(one, ['tenants', 'dist'])).toEqual(['dist/b.yaml', 'tenants/new.ts', 'tenants/t.ts']);
  expect(await port.changedSince(two, ['dist'])).toEqual([]);
});
