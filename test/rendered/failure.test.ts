import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { nodeFiles, nodeProcesses, systemClock } from '#src/io/index.ts';
import type { Files } from '#src/kernel/index.ts';
import { UserError } from '#src/kernel/index.ts';
import { recover } from '#src/rendered/index.ts';
import { child } from './fixtures/child.ts';
import { copyOf, scenario } from './fixtures/scenario.ts';
import type { Scenario } from './fixtures/scenario.ts';
import { noRepository, put, snapshot, temporaryFolder, unitFiles, write } from './fixtures/world.ts';

type Method = keyof Files;

/** The real file system, but the `at`th call of a changing kind fails. */
function failing(at: number, errno: string, broken = 1): { readonly files: Files; calls(): number } {
  let calls = 0;
  function wrap<Name extends Method>(name: Name): Files[Name];
  function wrap(name: Method): unknown {
    return (...args: readonly never[]) => {
      calls += 1;
      if (calls >= at && calls < at + broken) {
        throw Object.assign(new Error(`${errno}: injected, ${name}`), { code: errno });
      }
      return Reflect.apply(nodeFiles[name], nodeFiles, args);
    };
  }
  const files: Files = {
    ...nodeFiles,
    write: wrap('write'),
    rename: wrap('rename'),
    link: wrap('link'),
    remove: wrap('remove'),
    makeDirectory: wrap('makeDirectory'),
    removeDirectory: wrap('removeDirectory'),
    sync: wrap('sync'),
    syncDirectory: wrap('syncDirectory'),
  };
  return { files, calls: () => calls };
}

test.each([
  ['ENOSPC', 1],
  ['EACCES', 1],
  ['EXDEV', 1],
  // The way back fails too: the next command goes it.
  ['EIO', 1000],
])(
  'any call that fails with %s (%i in a row): a UserError, and the tree old or new',
  async (errno, broken) => {
    const world = await scenario();
    const options = {
      rendered: world.rendered,
      generated: world.generated,
      git: noRepository,
      allowDelete: 'all',
    } as const;
    const counted = failing(Number.MAX_SAFE_INTEGER, errno);
    await write({ root: copyOf(world.start), files: counted.files, ...options });
    expect(counted.calls()).toBeGreaterThan(25);
    const seen = new Set<string>();
    const problems: string[] = [];
    for (let at = 1; at <= counted.calls(); at += 1) {
      const root = copyOf(world.start);
      const error: unknown = await write({ root, files: failing(at, errno, broken).files, ...options }).then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      const before = outcomeAt(root, world);
      // The lock that could not be removed: the command ends, and with it the lock's holder. This process goes on.
      rmSync(join(root, '.keelson/lock'), { force: true });
      recover({ files: nodeFiles, processes: nodeProcesses, clock: systemClock, root }, { wait: 0 });
      const after = outcomeAt(root, world);
      const problem = judge(error, errno, before, after);
      if (problem !== undefined) problems.push(`at ${at}, ${before} then ${after}: ${problem}`);
      seen.add(after);
    }
    expect(problems).toEqual([]);
    expect(seen).toEqual(new Set(['old', 'new']));
  },
  120_000,
);

/** What is wrong with how a write ended, if anything. */
function judge(error: unknown, errno: string, before: Outcome, after: Outcome): string | undefined {
  if (after === 'neither') return 'the tree is neither old nor new';
  if (error === undefined) return before === 'new' ? undefined : 'it went well, and the tree is not new';
  if (!(error instanceof UserError) || error.code !== 'write-failed') return `not for a person: ${inspect(error)}`;
  if (!error.message.includes(errno) || error.hint === undefined) return `does not say why: ${error.message}`;
  if (!error.message.includes('the next command does it') && before !== 'old') return error.message;
  return undefined;
}

type Outcome = 'old' | 'new' | 'neither';

function outcomeAt(root: string, world: Scenario): Outcome {
  const tree = JSON.stringify(withoutState(snapshot(root)));
  if (tree === JSON.stringify(withoutState(world.old))) return 'old';
  return tree === JSON.stringify(withoutState(world.new)) ? 'new' : 'neither';
}

/** The files outside `.keelson`. An empty folder that could not be removed counts as little as it does for git. */
function withoutState(tree: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(tree).filter(([path]) => !path.startsWith('.keelson') && !path.endsWith('/')),
  );
}

const checkout = 'dev/dev-eu-1/payments/checkout';

test('a disk that is really full', async (context) => {
  const root = temporaryFolder();
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', root]);
  context.skip(mounted.status !== 0, 'mounting a small file system needs root; the injected case above ran');
  try {
    await write({ root, rendered: unitFiles(checkout, { 'a.yaml': 'a: 1\n' }), git: noRepository });
    const before = snapshot(root);
    const large = unitFiles(checkout, {
      'a.yaml': 'a: 2\n',
      'b.yaml': `b: ${'x'.repeat(200_000)}\n`,
      'c.yaml': `c: ${'x'.repeat(200_000)}\n`,
    });
    await expect(write({ root, rendered: large, git: noRepository })).rejects.toMatchObject({
      code: 'write-failed',
      message: expect.stringMatching(
        /^dist\/dev\/\S+\.yaml could not be written \(ENOSPC: no space left on device\)\. .*dist\/ is/,
      ),
      hint: 'Free some space on this disk and run the command again.',
    });
    expect(snapshot(root)).toEqual(before);
  } finally {
    execFileSync('umount', [root]);
  }
});

test('dist/ on another file system than .keelson/', async (context) => {
  const root = temporaryFolder();
  mkdirSync(join(root, 'dist'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', 'tmpfs', join(root, 'dist')]);
  context.skip(mounted.status !== 0, 'mounting needs root');
  try {
    await expect(
      write({ root, rendered: unitFiles(checkout, { 'a.yaml': 'a: 1\n' }), git: noRepository }),
    ).rejects.toMatchObject({
      code: 'write-failed',
      message: expect.stringContaining('EXDEV'),
      hint: expect.stringContaining('one file system'),
    });
    expect(snapshot(root)).toEqual({ '.keelson/': '', 'dist/': '' });
  } finally {
    execFileSync('umount', [join(root, 'dist')]);
  }
});

test('a read-only folder: an error that names the file, nothing lost; a read-only file is replaced', async () => {
  const world = await scenario();
  const root = copyOf(world.start);
  const folder = join(root, `dist/${checkout}`);
  chmodSync(folder, 0o555);
  // Root may write anywhere: then another user tries.
  const uid = process.getuid?.() === 0 ? 65_534 : undefined;
  if (uid !== undefined) {
    for (const path of [root, ...Object.keys(world.old).map((one) => join(root, one))]) chownSync(path, uid, uid);
    chmodSync(world.input, 0o644);
    chmodSync(join(world.input, '..'), 0o755);
  }
  const failed = await child(['write', root, world.input], uid === undefined ? {} : { uid });
  expect(failed.stdout + failed.stderr).toMatch(
    /error write-failed: dist\/dev\/\S+ could not be written \(EACCES: permission denied\)/,
  );
  expect(failed.stdout).toContain('Nothing was written: dist/ is as it was.');
  expect(snapshot(root)).toEqual(world.old);

  chmodSync(folder, 0o755);
  chmodSync(join(folder, 'deployment.checkout.yaml'), 0o444);
  const done = await child(['write', root, world.input], uid === undefined ? {} : { uid });
  expect(done.stdout + done.stderr).toContain('calls');
  expect(snapshot(root)).toEqual(world.new);
});

test('a file that is edited between an interrupted write and its recovery is kept and named', async () => {
  const world = await scenario();
  const root = copyOf(world.start);
  const path = `dist/${checkout}/deployment.checkout.yaml`;
  const outcome = await killedWith(root, world.input, (tree) => tree['.keelson/journal'] !== undefined);
  expect(outcome[path]).toBe(world.old[path]);
  put(root, path, 'mine\n');
  const recovery = recover({ files: nodeFiles, processes: nodeProcesses, clock: systemClock, root }, { wait: 0 });
  expect(recovery).toEqual({ outcome: 'completed', kept: [path] });
  expect(snapshot(root)).toEqual({ ...world.new, [path]: 'mine\n' });
});

/** Kills the write at ever later calls until the tree is as asked for. */
async function killedWith(
  root: string,
  input: string,
  wanted: (tree: Readonly<Record<string, string>>) => boolean,
): Promise<Readonly<Record<string, string>>> {
  const world = { files: nodeFiles, processes: nodeProcesses, clock: systemClock, root };
  for (let call = 30; call < 300; call += 1) {
    await child(['write', root, input, 'before', String(call)]);
    const tree = snapshot(root);
    if (wanted(tree)) return tree;
    recover(world, { wait: 0 });
  }
  throw new Error('never as wanted');
}

test('a journal that is cut off or damaged promises nothing', async () => {
  const world = await scenario();
  const root = copyOf(world.start);
  await killedWith(root, world.input, (tree) => tree['.keelson/journal'] !== undefined);
  const journal = join(root, '.keelson/journal');
  put(root, '.keelson/journal', readFileSync(journal, 'utf8').slice(0, -10));
  const recovery = recover({ files: nodeFiles, processes: nodeProcesses, clock: systemClock, root }, { wait: 0 });
  expect(recovery.outcome).toBe('rolled-back');
  expect(snapshot(root)).toEqual(world.old);
});
