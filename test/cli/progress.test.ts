import { expect, test } from 'vitest';
import { strongest } from '#src/cli/exit.ts';
import { createProgress } from '#src/cli/progress.ts';

function view(tty: boolean) {
  let text = '';
  let time = 0;
  const terminal = {
    cwd: '/',
    env: {},
    out: () => {
      throw new Error('progress is never the result');
    },
    err: (part: string) => (text += part),
    outIsTty: false,
    errIsTty: tty,
  };
  const progress = createProgress(terminal, () => time);
  return {
    progress,
    at: (now: number, ...event: Parameters<typeof progress.report>): void => {
      time = now;
      progress.report(...event);
    },
    text: () => text,
  };
}

test('short work is silent', () => {
  for (const tty of [true, false]) {
    const { progress, at, text } = view(tty);
    at(10, { stage: 'load', done: 0 });
    at(60, { stage: 'render', done: 3, total: 9 });
    progress.clear();
    expect(text()).toBe('');
  }
});

test('a bar on a terminal, which leaves nothing behind', () => {
  const { progress, at, text } = view(true);
  at(10, { stage: 'load', done: 0 });
  at(500, { stage: 'render', done: 10, total: 40 });
  at(510, { stage: 'render', done: 11, total: 40 });
  at(900, { stage: 'second-render', done: 40, total: 40 });
  progress.clear();
  const wipe = '\r\u001B[K';
  expect(text()).toBe(
    `${wipe}[######..................] render 10/40${wipe}[########################] second render 40/40${wipe}`,
  );
});

test('elsewhere a line per stage of long work', () => {
  const { progress, at, text } = view(false);
  at(10, { stage: 'load', done: 0 });
  at(6000, { stage: 'render', done: 0, total: 4000 });
  at(7000, { stage: 'render', done: 100, total: 4000 });
  at(8000, { stage: 'write', done: 0 });
  progress.clear();
  expect(text()).toBe('render 0/4000\nwrite\n');
});

test.each([
  [[0, 0], 0],
  [[0, 3], 3],
  [[3, 1], 1],
  [[1, 2, 3], 2],
  [[3, 70, 2], 70],
] as const)('of the exit codes %j counts %i', (codes, expected) => {
  expect(strongest(...codes)).toBe(expected);
});
