import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync, cpSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cli } from '../cli/terminal.ts';
import { commandOf, folder, layOver, snapshot } from './repository.ts';

const cases = readdirSync(join(folder, 'cases'));
/** The base repository with the `dist/` that it renders: what every case starts from. */
const rendered = mkdtempSync(join(tmpdir(), 'keelson-bad-input-'));

beforeAll(async () => {
  cpSync(join(folder, 'base'), rendered, { recursive: true });
  const { code, err } = await cli(['synth'], { cwd: rendered });
  if (code !== 0) throw new Error(err);
});

afterAll(() => rmSync(rendered, { recursive: true, force: true }));

test('the base repository has no error, and `dist/` to lose', async () => {
  expect(await cli(['synth', '--dry-run'], { cwd: rendered })).toMatchObject({ code: 0, err: '' });
  expect([...snapshot(rendered).keys()].filter((path) => path.startsWith('dist/')).length).toBeGreaterThan(10);
});

test('there are at least 100 cases', () => {
  expect(cases.length).toBeGreaterThanOrEqual(100);
});

test.each(cases)('%s', async (name) => {
  const root = layOver(rendered, name);
  try {
    const before = snapshot(root);
    const { code, out, err } = await cli(commandOf(name), { cwd: root });
    // Neither the user's folder nor the engine's: the same text on every machine.
    expect(err).not.toContain(root);
    expect(err).not.toContain(process.cwd());
    const golden = join(folder, 'cases', name, 'expected.txt');
    if (process.env['UPDATE_GOLDEN'] === '1' && process.env['CI'] === undefined) writeFileSync(golden, err);
    expect(err).toBe(readFileSync(golden, 'utf8'));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    const blocks = err.split(/\n\n/).filter((block) => !/^\d+ errors\n$/.test(block));
    expect(
      blocks.filter((block) => !block.includes('\n   fix ')),
      'every error says how to repair it',
    ).toEqual([]);
    expect(snapshot(root)).toEqual(before);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
