import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { nodeFiles } from '#src/io/index.ts';
import type { Files } from '#src/kernel/index.ts';
import { findManifests } from '#src/pipeline/validate/find-manifests.ts';
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

test('what is replaced must be readable', async () => {
  mkdirSync(join(folder.path, 'old'));
  symlinkSync('nowhere.yaml', join(folder.path, 'old/link.yaml'));
  const { code, err } = await run('manifests/fine.yaml', '--base', 'old');
  expect(code).toBe(2);
  expect(err).toContain('old/link.yaml cannot be read (ENOENT)');
});

test('a folder that cannot be listed is no bug', () => {
  const closed: Files = {
    ...nodeFiles,
    list: (path) => {
      if (path.endsWith('closed')) throw Object.assign(new Error('closed'), { code: 'EACCES' });
      return nodeFiles.list(path);
    },
  };
  mkdirSync(join(folder.path, 'outer/closed'), { recursive: true });
  expect(() => findManifests(closed, ['outer'], folder.path)).toThrow('outer/closed cannot be read (EACCES)');
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

test('a next version that is not newer is refused', async () => {
  const { code, err } = await run('manifests/fine.yaml', '--kubernetes-next', '1.35');
  expect(code).toBe(2);
  expect(err).toContain('--kubernetes-next: 1.35 is not newer than --kubernetes 1.36');
});

describe('schema pull in a repository', () => {
  const repository = join(folder.path, 'repository');
  for (const name of ['platform', 'tenants', 'environments']) mkdirSync(join(repository, name), { recursive: true });
  const pull = async (...args: readonly string[]) =>
    await cli(['schema', 'pull', ...args], { cwd: repository, env: { KUBECONFIG: 'kubeconfig' } });

  test('a group that no definition is of names the near ones', async () => {
    const version = { name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: { type: 'object' } } };
    const definition = {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: 'things.example.com' },
      spec: {
        group: 'example.com',
        scope: 'Namespaced',
        names: { plural: 'things', kind: 'Thing' },
        versions: [version],
      },
    };
    writeFileSync(join(repository, 'thing.json'), JSON.stringify(definition));
    const { code, err } = await pull('thing.json', '--group', 'exmple.com');
    expect(code).toBe(2);
    expect(err).toContain('no custom resource definition is of exmple.com');
    expect(err).toContain('Did you mean example.com?');
  });

  const contexts = 'current-context: a\ncontexts: [{name: a, context: {cluster: c}}]\n';
  test.each([
    ['no context', 'kind: Config\n', 'has no current context'],
    ['contexts that are no list', 'current-context: a\ncontexts: a\n', 'names no cluster for context "a"'],
    ['a server that is no URL', `${contexts}clusters: [{name: c, cluster: {server: "ht!tp"}}]\n`, 'is no URL'],
    [
      'a file that is not there',
      `${contexts}clusters: [{name: c, cluster: {server: "https://localhost:1", certificate-authority: ca.crt}}]\n`,
      'names ca.crt, which cannot be read (ENOENT)',
    ],
  ])('a kubeconfig with %s', async (_what, text, message) => {
    writeFileSync(join(repository, 'kubeconfig'), text);
    const { code, err } = await pull('--cluster');
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  test('a package.json that is no object lists no packages', async () => {
    writeFileSync(join(repository, 'package.json'), 'null');
    const { code } = await cli(['validate', '../manifests/fine.yaml', '--kubernetes', '1.36'], { cwd: repository });
    expect(code).toBe(0);
  });
});
