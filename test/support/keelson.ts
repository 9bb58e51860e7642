import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const projectRoot = resolve(import.meta.dirname, '../..');
const cli = join(projectRoot, 'bin/keelson.js');

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The real command, from the compiled binary, in a clean environment. */
export function keelson(cwd: string, ...args: readonly string[]): Outcome {
  const result = spawnSync(process.execPath, [cli, ...args], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', NO_COLOR: '1' },
    maxBuffer: 1 << 28,
  });
  return { status: result.status, stdout: result.stdout, stderr: result.stderr };
}

/** The same, for a step of a test that must succeed. */
export function keelsonOk(cwd: string, ...args: readonly string[]): string {
  const outcome = keelson(cwd, ...args);
  if (outcome.status !== 0)
    throw new Error(`keelson ${args.join(' ')} ended with ${outcome.status}\n${outcome.stdout}\n${outcome.stderr}`);
  return outcome.stdout;
}

/** git with an identity of its own and none of the machine's settings. */
export function git(cwd: string, ...args: readonly string[]): Outcome {
  const identity = [
    '-c',
    'user.name=Test',
    '-c',
    'user.email=test@example.com',
    '-c',
    'commit.gpgsign=false',
    '-c',
    'init.defaultBranch=main',
  ];
  const result = spawnSync('git', [...identity, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' },
    maxBuffer: 1 << 28,
  });
  return { status: result.status, stdout: result.stdout, stderr: result.stderr };
}

export function gitOk(cwd: string, ...args: readonly string[]): string {
  const outcome = git(cwd, ...args);
  if (outcome.status !== 0)
    throw new Error(`git ${args.join(' ')} ended with ${outcome.status}\n${outcome.stdout}\n${outcome.stderr}`);
  return outcome.stdout;
}

export function temporaryFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'keelson-test-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** What a repository of a user consists of. */
const parts = [
  'platform',
  'tenants',
  'environments',
  'dist',
  'package.json',
  'package-lock.json',
  '.github',
  '.gitignore',
  '.gitattributes',
];

/** The reference platform as the work tree holds it, committed to a repository of its own. */
export function copyReferencePlatform(folder: string): string {
  const path = join(folder, 'platform-config');
  for (const part of parts) cpSync(join(projectRoot, part), join(path, part), { recursive: true });
  gitOk(path, 'init', '--quiet');
  gitOk(path, 'add', '--all');
  gitOk(path, 'commit', '--quiet', '--message', 'Start');
  return path;
}
