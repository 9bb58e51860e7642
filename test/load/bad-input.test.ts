import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { nodeFiles } from '#src/io/index.ts';
import { load } from '#src/load/index.ts';
import { resolveFleet } from '#src/model/index.ts';
import { formatUserError, plainPaint } from '#src/report/index.ts';

const folder = resolve(import.meta.dirname, '../bad-input');
const cases = readdirSync(join(folder, 'cases'));
const temporary: string[] = [];

afterAll(() => {
  for (const root of temporary) rmSync(root, { recursive: true, force: true });
});

/** The base repository with a case laid over it. */
function repository(name?: string): string {
  const root = mkdtempSync(join(tmpdir(), 'keelson-bad-input-'));
  temporary.push(root);
  cpSync(join(folder, 'base'), root, { recursive: true });
  if (name === undefined) return root;
  const overlay = join(folder, 'cases', name);
  const extra = new Set(['expected.txt', 'delete.txt']);
  cpSync(overlay, root, { recursive: true, filter: (path) => !extra.has(path.slice(overlay.length + 1)) });
  const deleted = join(overlay, 'delete.txt');
  if (existsSync(deleted)) {
    for (const path of readFileSync(deleted, 'utf8').trim().split('\n')) rmSync(join(root, path), { recursive: true });
  }
  return root;
}

async function errorsIn(root: string): Promise<string> {
  const loaded = await load({ root, files: nodeFiles });
  const errors = loaded.errors.length > 0 ? loaded.errors : resolveFleet(loaded.declarations).errors;
  function readLine(file: string, line: number): string | undefined {
    const path = join(root, file);
    return existsSync(path) ? readFileSync(path, 'utf8').split('\n')[line - 1] : undefined;
  }
  return errors.map((error) => formatUserError(error, readLine, plainPaint)).join('\n');
}

test('the base repository has no error', async () => {
  expect(await errorsIn(repository())).toBe('');
});

test.each(cases)('%s', async (name) => {
  const text = await errorsIn(repository(name));
  expect(text, 'a case is bad input: it must give an error').not.toBe('');
  const golden = join(folder, 'cases', name, 'expected.txt');
  if (process.env['UPDATE_GOLDEN'] === '1' && process.env['CI'] === undefined) writeFileSync(golden, text);
  expect(text).toBe(readFileSync(golden, 'utf8'));
});
