import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

const base = resolve(import.meta.dirname, '../bad-input/base');

export function write(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** The small valid repository of the bad-input cases with files laid over it, in a folder of its own until the test ends. */
export function repository(files: Readonly<Record<string, string>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'keelson-load (test) '));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  cpSync(base, root, { recursive: true });
  for (const [path, text] of Object.entries(files)) write(root, path, text);
  return root;
}
