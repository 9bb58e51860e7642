import { expect, test } from 'vitest';
import { nodeFiles, nodeProcesses, systemClock } from '#src/io/index.ts';
import { beginWrite, recover } from '#src/rendered/index.ts';
import type { WriteWorld } from '#src/rendered/index.ts';
import { child } from './fixtures/child.ts';
import { copyOf, scenario } from './fixtures/scenario.ts';
import { put, snapshot, temporaryFolder } from './fixtures/world.ts';

function worldAt(root: string): WriteWorld {
  return { files: nodeFiles, processes: nodeProcesses, clock: systemClock, root };
}

function lockText(changes: Readonly<Record<string, unknown>>): string {
  const holder = { ...nodeProcesses.self(), token: 'x', since: '2026-11-21T10:00:00.000Z', ...changes };
  return `${JSON.stringify(holder)}\n`;
}

test('a second writer waits for the first', async () => {
  const world = await scenario();
  const root = copyOf(world.start);
  const done = new AbortController();
  const order: string[] = [];
  const first = child(['hold', root, world.input], {
    stdin: done.signal,
    onOutput: (text) => {
      if (text.includes('holding') && order.length === 0) order.push('holding');
    },
  }).then(() => order.push('first ends'));
  await expect.poll(() => order, { timeout: 10_000 }).toEqual(['holding']);
  const second = child(['write', root, world.input]).then(({ stdout }) =>
    order.push(`second ${stdout.split('\n')[1]?.split(' ')[0]}`),
  );
  setTimeout(() => done.abort(), 300);
  await Promise.all([first, second]);
  expect(order).toEqual(['holding', 'first ends', 'second calls']);
  expect(snapshot(root)).toEqual(world.new);
});

test('one that waits too long is told who writes, and changes nothing', async () => {
  const world = await scenario();
  const root = copyOf(world.start);
  const session = beginWrite(worldAt(root));
  expect(() => beginWrite(worldAt(root), { wait: 0 })).toThrow(
    expect.objectContaining({
      code: 'another-write',
      message: expect.stringMatching(
        new RegExp(`^Another keelson is writing \\(pid ${process.pid}, since 20[0-9-]+T[0-9:.]+Z\\)\\.$`),
      ),
      hint: 'Wait until it is done and run the command again.',
    }),
  );
  session.end();
  expect(snapshot(root)).toEqual(world.old);
});

test('two writes at the same moment, many times over: both end well, one after the other', async () => {
  const world = await scenario();
  for (let round = 0; round < 5; round += 1) {
    const root = copyOf(world.start);
    const results = await Promise.all([child(['write', root, world.input]), child(['write', root, world.input])]);
    for (const { stdout, stderr } of results) expect(stdout + stderr).toMatch(/calls \d+/);
    expect(snapshot(root)).toEqual(world.new);
  }
});

test.each<[string, string]>([
  ['of a dead process', lockText({ pid: 2 ** 22 + 1 })],
  ['of an earlier process with this pid', lockText({ incarnation: '1' })],
  ['that was never finished', '{"pid":'],
])('a lock %s is taken over', (_, text) => {
  const root = temporaryFolder();
  put(root, '.keelson/lock', text);
  beginWrite(worldAt(root), { wait: 5000 }).end();
  expect(snapshot(root)).toEqual({ '.keelson/': '' });
  put(root, '.keelson/lock', text);
  put(root, '.keelson/lock.takeover', text);
  put(root, '.keelson/lock-x', text);
  beginWrite(worldAt(root), { wait: 5000 }).end();
  expect(snapshot(root)).toEqual({ '.keelson/': '' });
});

test('a lock of another host cannot be judged: the error says what to do', () => {
  const root = temporaryFolder();
  const text = lockText({ host: 'build-7', pid: 41 });
  put(root, '.keelson/lock', text);
  expect(() => beginWrite(worldAt(root), { wait: 0 })).toThrow(
    expect.objectContaining({
      message: 'Another keelson is writing (pid 41 on build-7, since 2026-11-21T10:00:00.000Z).',
      hint: 'If it is no longer running there, delete .keelson/lock and run the command again.',
    }),
  );
  // A reader need not wait for somebody who only renders.
  expect(recover(worldAt(root), { wait: 0 })).toEqual({ outcome: 'nothing', kept: [] });
  expect(snapshot(root)).toEqual({ '.keelson/': '', '.keelson/lock': text });
});

test('several processes that find the same dead lock do not take it from one another', async () => {
  const world = await scenario();
  for (let round = 0; round < 3; round += 1) {
    const root = copyOf(world.start);
    put(root, '.keelson/lock', lockText({ pid: 2 ** 22 + 1 }));
    const results = await Promise.all(Array.from({ length: 4 }, () => child(['write', root, world.input])));
    for (const { stdout, stderr } of results) expect(stdout + stderr).toMatch(/calls \d+/);
    expect(snapshot(root)).toEqual(world.new);
  }
});
