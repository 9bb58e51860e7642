import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findRepositoryRoot, nodeFiles, nodeProcesses, systemClock } from '#src/io/index.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keelson-io-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('files are written, appended, linked, renamed and removed', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((name) => join(folder, name)) as [string, string, string];
  nodeFiles.write(a, 'one\n', { exclusive: true, sync: true });
  nodeFiles.append(a, 'two\n', { sync: true });
  nodeFiles.link(a, b);
  nodeFiles.rename(a, c);
  nodeFiles.remove(c);
  expect(existsSync(c)).toBe(false);
  expect(nodeFiles.read(b).toString()).toBe('one\ntwo\n');
  expect(() => nodeFiles.write(b, '', { exclusive: true })).toThrow(expect.objectContaining({ code: 'EEXIST' }));
  expect(() => nodeFiles.link(b, b)).toThrow(expect.objectContaining({ code: 'EEXIST' }));
  expect(() => nodeFiles.read(a)).toThrow(expect.objectContaining({ code: 'ENOENT' }));
});

test('entries have a type, and links are not followed', () => {
  nodeFiles.makeDirectory(join(folder, 'x/y'));
  writeFileSync(join(folder, 'f'), '');
  symlinkSync('f', join(folder, 'l'));
  symlinkSync('nowhere', join(folder, 'n'));
  const entries = nodeFiles.list(folder).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  expect(entries).toEqual([
    { name: 'f', type: 'file' },
    { name: 'l', type: 'symlink' },
    { name: 'n', type: 'symlink' },
    { name: 'x', type: 'directory' },
  ]);
  expect(entries.map(({ name }) => nodeFiles.type(join(folder, name)))).toEqual(entries.map(({ type }) => type));
  expect(nodeFiles.type(join(folder, 'none'))).toBeUndefined();
  expect(nodeFiles.type(join(folder, 'f/below-a-file'))).toBeUndefined();
  nodeFiles.removeDirectory(join(folder, 'x/y'));
  expect(nodeFiles.list(join(folder, 'x'))).toEqual([]);
});

test('few and many paths are flushed, files and folders alike', () => {
  const paths = Array.from({ length: 60 }, (_, index) => join(folder, `f${index}`));
  for (const path of paths) writeFileSync(path, path);
  nodeFiles.sync([]);
  nodeFiles.sync([folder, ...paths.slice(0, 3)]);
  nodeFiles.sync([...paths, folder]);
  nodeFiles.syncDirectory(folder);
  expect(paths.every((path) => readFileSync(path, 'utf8') === path)).toBe(true);
  expect(() => nodeFiles.sync([join(folder, 'none')])).toThrow(expect.objectContaining({ code: 'ENOENT' }));
});

test('a process knows itself, the dead, and that it cannot see other hosts', () => {
  const self = nodeProcesses.self();
  expect(self).toMatchObject({ pid: process.pid, host: expect.stringMatching(/./) });
  expect(nodeProcesses.isAlive(self)).toBe(true);
  expect(nodeProcesses.isAlive({ ...self, pid: 2 ** 22 + 1 })).toBe(false);
  expect(nodeProcesses.isAlive({ ...self, host: 'elsewhere' })).toBeUndefined();
  // Elsewhere the system does not say when a process began.
  expect(nodeProcesses.isAlive({ ...self, incarnation: '1' })).toBe(process.platform !== 'linux');
  const names = new Set(Array.from({ length: 100 }, () => nodeProcesses.uniqueName()));
  expect(names.size).toBe(100);
  expect([...names].every((name) => /^[a-z0-9]+$/.test(name))).toBe(true);
  const before = systemClock.now();
  nodeProcesses.pause(20);
  expect(systemClock.now() - before).toBeGreaterThanOrEqual(15);
});

test('the root is the nearest folder upwards with the three folders or the key in package.json', () => {
  for (const name of ['platform', 'tenants/deep', 'environments', 'other/inner/x'])
    mkdirSync(join(folder, name), { recursive: true });
  expect(findRepositoryRoot(join(folder, 'tenants/deep'))).toBe(folder);
  writeFileSync(join(folder, 'other/package.json'), 'no JSON');
  expect(findRepositoryRoot(join(folder, 'other/inner/x'))).toBe(folder);
  writeFileSync(join(folder, 'other/package.json'), '{"name":"x"}');
  expect(findRepositoryRoot(join(folder, 'other/inner/x'))).toBe(folder);
  writeFileSync(join(folder, 'other/inner/package.json'), '{"keelson":{}}');
  expect(findRepositoryRoot(join(folder, 'other/inner/x'))).toBe(join(folder, 'other/inner'));
  symlinkSync(folder, join(folder, 'link'));
  expect(findRepositoryRoot(join(folder, 'link/tenants'))).toBe(folder);
  rmSync(join(folder, 'platform'), { recursive: true });
  expect(() => findRepositoryRoot(folder)).toThrow(
    expect.objectContaining({ code: 'no-repository', hint: expect.stringContaining('keelson init') }),
  );
});
