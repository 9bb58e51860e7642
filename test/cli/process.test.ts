import { spawn, spawnSync } from 'node:child_process';
import { closeSync, cpSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { keelson, projectRoot, temporaryFolder } from '../support/keelson.ts';

const cli = join(projectRoot, 'bin/keelson.js');

/** The packages whose modules were loaded, both by `import` and by `require`. */
function loadedPackages(...args: readonly string[]): { readonly packages: readonly string[]; readonly stdout: string } {
  const folder = temporaryFolder();
  const log = join(folder.path, 'loaded.txt');
  const hooks = join(folder.path, 'hooks.mjs');
  const register = join(folder.path, 'register.mjs');
  writeFileSync(
    hooks,
    `import { appendFileSync } from 'node:fs';
export async function load(url, context, next) {
  appendFileSync(${JSON.stringify(log)}, url + '\\n');
  return next(url, context);
}
`,
  );
  writeFileSync(
    register,
    `import { appendFileSync } from 'node:fs';
import { createRequire, register } from 'node:module';
register(${JSON.stringify(pathToFileURL(hooks).href)});
const { cache } = createRequire(import.meta.url);
process.on('exit', () => appendFileSync(${JSON.stringify(log)}, Object.keys(cache).join('\\n') + '\\n'));
`,
  );
  const result = spawnSync(process.execPath, ['--import', pathToFileURL(register).href, cli, ...args], {
    encoding: 'utf8',
    cwd: folder.path,
  });
  const lines = spawnSync('cat', [log], { encoding: 'utf8' }).stdout.split('\n');
  folder.remove();
  const names = lines.map((line) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(line)?.[1]);
  return {
    packages: [...new Set(names.filter((name) => name !== undefined))].toSorted(),
    stdout: result.stdout,
  };
}

test('keelson --help loads nothing heavy', () => {
  const { packages, stdout } = loadedPackages('--help');
  expect(stdout).toContain('Usage: keelson');
  expect(packages).toContain('commander');
  expect(packages).toEqual(['commander', 'fastest-levenshtein', 'picocolors']);
});

test('the hook would see them: a command that loads the declarations loads more', () => {
  const { packages } = loadedPackages('bootstrap', 'hub-1', '-C', projectRoot);
  expect(packages).toContain('zod');
});

test('a result that cannot be written is an error of the call', () => {
  const full = openSync('/dev/full', 'w');
  const { status, stderr } = spawnSync(process.execPath, [cli, 'list', 'units', '-C', projectRoot], {
    encoding: 'utf8',
    stdio: ['ignore', full, 'pipe'],
  });
  closeSync(full);
  expect(status).toBe(2);
  expect(stderr).toContain('error: the result cannot be written to stdout (ENOSPC)');
});

test('a missing lib/ is said in one line', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder.path, 'bin'));
  cpSync(cli, join(folder.path, 'bin/keelson.js'));
  writeFileSync(join(folder.path, 'package.json'), '{"type":"module"}');
  const result = spawnSync(process.execPath, [join(folder.path, 'bin/keelson.js'), 'synth'], { encoding: 'utf8' });
  folder.remove();
  expect(result.status).toBe(2);
  expect(result.stdout).toBe('');
  expect(result.stderr).toContain('not built');
  expect(result.stderr).toContain('npm ci');
});

test('an installation that cannot start is a bug, not a finding', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder.path, 'bin'));
  mkdirSync(join(folder.path, 'lib/cli'), { recursive: true });
  cpSync(cli, join(folder.path, 'bin/keelson.js'));
  writeFileSync(join(folder.path, 'package.json'), '{"type":"module"}');
  writeFileSync(join(folder.path, 'lib/cli/main.js'), "import './gone.js';\n");
  const result = spawnSync(process.execPath, [join(folder.path, 'bin/keelson.js'), 'synth'], { encoding: 'utf8' });
  folder.remove();
  expect(result.status).toBe(70);
  expect(result.stdout).toBe('');
  expect(result.stderr).toContain('npm ci');
});

test('the binary hands exit code, stdout and stderr on', () => {
  const outcome = keelson(projectRoot, 'lst', '--json');
  expect(outcome.status).toBe(2);
  expect(outcome.stderr).toBe('');
  expect(JSON.parse(outcome.stdout)).toMatchObject({ errors: [{ code: 'unknown-command' }] });
});

test('a reader that goes away is no error', async () => {
  const code = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(process.execPath, [cli, '--help'], { stdio: ['ignore', 'pipe', 'pipe'] });
    let stderr = '';
    child.stdout.destroy();
    child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
    child.on('error', reject);
    child.on('close', (status) => (stderr === '' ? resolve(status) : reject(new Error(stderr))));
  });
  expect(code).toBe(0);
});
