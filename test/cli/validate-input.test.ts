import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { temporaryFolder } from '../support/keelson.ts';
import { cli } from './terminal.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());
mkdirSync(join(folder.path, 'manifests'));
writeFileSync(join(folder.path, 'manifests/fine.yaml'), 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: fine\n');

const run = async (...args: readonly string[]) =>
  await cli(['validate', ...args, '--kubernetes', '1.36'], { cwd: folder.path });

test('a pipe below a folder is not waited for', async () => {
  expect(spawnSync('mkfifo', [join(folder.path, 'manifests/pipe.yaml')]).status).toBe(0);
  const { code, out } = await run('manifests');
  expect(code).toBe(0);
  expect(out).toContain('checked 1 of 1 object');
});

test('an empty path is not the current folder', async () => {
  const { code, err } = await run('');
  expect(code).toBe(2);
  expect(err).toContain('The empty path does not exist [no-such-path]');
});

test.each(['', ',', ' , '])('no rule at all is refused: "%s"', async (rules) => {
  const { code, err } = await run('manifests/fine.yaml', '--rules', rules);
  expect(code).toBe(2);
  expect(err).toContain('[invalid-argument]');
});

test('spaces after the commas of --rules', async () => {
  expect((await run('manifests/fine.yaml', '--rules', 'api-server, life-cycle')).code).toBe(0);
});

test('two reports for one file are refused', async () => {
  const { code, err } = await run('manifests/fine.yaml', '--output', 'json=report', '--output', 'sarif=./report');
  expect(code).toBe(2);
  expect(err).toContain('two reports would be written to ./report');
});
