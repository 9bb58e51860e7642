import { spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { chownSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { snapshot } from '../bad-input/repository.ts';
import { keelsonOk, projectRoot, temporaryFolder } from '../support/keelson.ts';
import { changeLargeRepository, makeLargeRepository } from './large-repository.ts';
import { cli } from './terminal.ts';

const binary = join(projectRoot, 'bin/keelson.js');
const folder = temporaryFolder();
let copies = 0;

afterAll(() => folder.remove());

function copyOf(from: string): string {
  const root = join(folder.path, `copy-${(copies += 1)}`);
  cpSync(from, root, { recursive: true });
  return root;
}

interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly text: string;
}

interface Child {
  readonly ended: Promise<Ended>;
  kill(): void;
}

/** The real command beside this process. */
function start(root: string, args: readonly string[], uid?: number): Child {
  const child = spawn(process.execPath, [binary, ...args], {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', NO_COLOR: '1' },
    ...(uid === undefined ? {} : { uid }),
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (text += data.toString()));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status, signal) => resolve({ status, signal, text }));
  });
  return { ended, kill: () => void child.kill('SIGKILL') };
}

function distOf(root: string): ReadonlyMap<string, string> {
  return new Map([...snapshot(root)].filter(([path]) => path.startsWith('dist/')));
}

describe('on a large repository', () => {
  const source = join(folder.path, 'source');
  /** The repository as it was rendered last; its source has moved on since. */
  const stale = join(folder.path, 'stale');
  let before: ReadonlyMap<string, string>;
  let after: ReadonlyMap<string, string>;
  let duration: number;

  beforeAll(() => {
    makeLargeRepository(source);
    cpSync(source, stale, { recursive: true });
    keelsonOk(stale, 'synth');
    before = distOf(stale);
    changeLargeRepository(stale);
    const fresh = copyOf(stale);
    const began = performance.now();
    keelsonOk(fresh, 'synth');
    duration = performance.now() - began;
    after = distOf(fresh);
    expectAll(
      before.size > 200,
      after.size > 200,
      [...after].some(([path, text]) => before.get(path) !== text),
    );
  });

  test('two synths at once, of nothing yet and of a change: both end well, and dist/ is true', async () => {
    for (const [from, wanted] of [
      [source, before],
      [stale, after],
    ] as const) {
      const root = copyOf(from);
      const ended = await Promise.all([start(root, ['synth']).ended, start(root, ['synth']).ended]);
      for (const { status, text } of ended) expect(status, text).toBe(0);
      expect(sameFiles(distOf(root), wanted)).toBe(true);
      expect(existsSync(join(root, '.keelson/lock'))).toBe(false);
      expect(await start(root, ['verify']).ended).toMatchObject({ status: 0, text: 'dist/ equals its source\n' });
    }
  }, 180_000);

  test('synth beside verify: verify sees the old or the new dist/, and says why it is not the source', async () => {
    const root = copyOf(stale);
    const [written, verified] = await Promise.all([start(root, ['synth']).ended, start(root, ['verify']).ended]);
    expect(written.status).toBe(0);
    expect([0, 3]).toContain(verified.status);
    expect(sameFiles(distOf(root), after)).toBe(true);
  }, 180_000);

  test('killed at random moments, and while it writes: the next command finds dist/ old or new', async () => {
    const outcomes = new Set<string>();
    const begins = [0.4, 0.8, 'journal'] as const;
    for (const begin of begins) {
      const root = copyOf(stale);
      const child = start(root, ['synth']);
      const kill = begin === 'journal' ? whenThere(join(root, '.keelson/journal'), child) : later(begin);
      await Promise.race([kill, child.ended]);
      child.kill();
      const { signal } = await child.ended;
      // Any command recovers first; this one renders nothing.
      const recovered = await start(root, ['list', 'tenants']).ended;
      expect(recovered.status, recovered.text).toBe(0);
      const found = distOf(root);
      const outcome = sameFiles(found, before) ? 'old' : sameFiles(found, after) ? 'new' : 'neither';
      expect(['old', 'new'], `killed at ${begin}`).toContain(outcome);
      outcomes.add(`${begin === 'journal' ? 'writing' : 'early'} ${signal ?? 'ended'} ${outcome}`);
      const again = await start(root, ['synth']).ended;
      expect(again.status, again.text).toBe(0);
      expect(sameFiles(distOf(root), after)).toBe(true);
      rmSync(root, { recursive: true });
    }
    // Not all were too early or too late.
    expect(outcomes).toContain('writing SIGKILL new');
  }, 180_000);

  function later(part: number): Promise<void> {
    const jitter = 0.9 + Math.random() * 0.2;
    return new Promise((resolve) => setTimeout(resolve, duration * part * jitter));
  }
});

async function whenThere(path: string, child: Child): Promise<void> {
  const ended = child.ended.then(() => true);
  while (!existsSync(path)) {
    if (await Promise.race([ended, new Promise<false>((resolve) => setImmediate(() => resolve(false)))])) return;
  }
}

/** Not `toEqual`: its message would hold every file. */
function sameFiles(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([path, text]) => other.get(path) === text);
}

function expectAll(...facts: readonly boolean[]): void {
  if (!facts.every(Boolean)) throw new Error('the large repository is not as this test needs it');
}

describe('on a small repository', () => {
  const rendered = join(folder.path, 'rendered');
  const service = 'dist/dev/dev-eu-1/payments/checkout/service.checkout.yaml';

  beforeAll(() => {
    cpSync(join(projectRoot, 'test/bad-input/base'), rendered, { recursive: true });
    keelsonOk(rendered, 'synth');
    // The next synth has something to write.
    const kind = join(rendered, 'platform/apps/service.ts');
    const text = readFileSync(kind, 'utf8');
    writeFileSync(kind, text.replace('input.app.name }', "input.app.name, labels: { changed: 'yes' } }"));
  });

  test.each([
    ['a folder where a rendered file belongs', service, 'folder', '[folder-in-the-way]'],
    ['a file where a folder of dist/ belongs', 'dist/dev/dev-eu-1', 'file', '[file-in-the-way]'],
    ['a file in place of dist/', 'dist', 'file', '[dist-is-no-folder]'],
    ['a file in place of .keelson/', '.keelson', 'file', 'Move `.keelson` away'],
    ['a folder in place of CODEOWNERS', '.github/CODEOWNERS', 'folder', 'A folder lies where a file belongs.'],
    ['a folder in place of a tenant', 'tenants/payments.ts', 'folder', 'this is a folder, and a file should be here'],
    ['a folder in place of a release', 'environments/dev/release.yaml', 'folder', '[unexpected-file]'],
    ['a file in place of platform/', 'platform', 'file', '`platform` is no folder'],
  ])('%s: said with its place, nothing written, nothing lost', async (_title, path, type, said) => {
    const root = copyOf(rendered);
    rmSync(join(root, path), { recursive: true });
    if (type === 'folder') mkdirSync(join(root, path), { recursive: true });
    writeFileSync(join(root, type === 'folder' ? `${path}/mine` : path), 'mine\n');
    const there = snapshot(root);
    const { code, out, err } = await cli(['synth'], { cwd: root });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(said);
    expect(err).toContain(path);
    expect(err).toContain('\n   fix       ');
    expect(err).not.toContain(root);
    expect(snapshot(root)).toEqual(there);
  });

  test('conflict markers in a rendered file: verify says so, synth renders it anew', async () => {
    const root = copyOf(rendered);
    expect(await cli(['synth'], { cwd: root })).toMatchObject({ code: 0 });
    const whole = readFileSync(join(root, service), 'utf8');
    const lines = whole.split('\n');
    lines.splice(1, 1, '<<<<<<< HEAD', lines[1] ?? '', '=======', `# sha256:${'0'.repeat(64)}`, '>>>>>>> other');
    writeFileSync(join(root, service), lines.join('\n'));
    const verified = await cli(['verify'], { cwd: root });
    expect(verified.code).toBe(3);
    expect(verified.out).toContain(`${service}: hand-edited: a merge left its conflict markers here\n`);
    expect(verified.out).toContain('run `keelson synth`: it renders this file anew');
    expect(await cli(['synth', '--check'], { cwd: root })).toMatchObject({ code: 3 });
    const written = await cli(['synth'], { cwd: root });
    expect(written).toMatchObject({ code: 0 });
    expect(written.out).toContain('+<<<<<<< HEAD');
    expect(readFileSync(join(root, service), 'utf8')).toBe(whole);
    expect(await cli(['verify'], { cwd: root })).toMatchObject({ code: 0 });
  });

  test('a folder that may not be written to: said with its path and reason, dist/ as it was', async () => {
    const root = copyOf(rendered);
    chmodSync(join(root, 'dist/dev/dev-eu-1/payments/checkout'), 0o555);
    // Root may write anywhere: then another user tries.
    const uid = process.getuid?.() === 0 ? 65_534 : undefined;
    if (uid !== undefined) {
      chmodSync(folder.path, 0o755);
      for (const path of ['.', ...readdirSync(root, { recursive: true, encoding: 'utf8' })]) {
        chownSync(join(root, path), uid, uid);
      }
    }
    const there = snapshot(root);
    const { status, text } = await start(root, ['synth'], uid).ended;
    expect(status).toBe(2);
    expect(text).toContain(`${service} could not be written (EACCES: permission denied)`);
    expect(text).toContain('Nothing was written: dist/ is as it was.');
    expect(text).toContain('\n   fix       ');
    expect(snapshot(root)).toEqual(there);
    expect(statSync(join(root, service)).isFile()).toBe(true);
    chmodSync(join(root, 'dist/dev/dev-eu-1/payments/checkout'), 0o755);
    expect(await start(root, ['synth'], uid).ended).toMatchObject({ status: 0 });
    expect(await start(root, ['verify'], uid).ended).toMatchObject({ status: 0 });
  });
});
