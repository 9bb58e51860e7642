import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const folder = import.meta.dirname;

/** Files of a case that say something about it, and are no part of its repository. */
const about = new Set(['expected.txt', 'delete.txt', 'command.txt']);

/** A copy of `from` in a temporary folder with a case laid over it. */
export function layOver(from: string, name: string): string {
  const root = mkdtempSync(join(tmpdir(), 'keelson-bad-input-'));
  cpSync(from, root, { recursive: true });
  const overlay = join(folder, 'cases', name);
  cpSync(overlay, root, { recursive: true, filter: (path) => !about.has(path.slice(overlay.length + 1)) });
  for (const path of linesOf(name, 'delete.txt')) rmSync(join(root, path), { recursive: true });
  return root;
}

/** The arguments of the case's command: `synth` unless the case says otherwise. */
export function commandOf(name: string): readonly string[] {
  return linesOf(name, 'command.txt')[0]?.split(' ') ?? ['synth'];
}

function linesOf(name: string, file: string): readonly string[] {
  const path = join(folder, 'cases', name, file);
  return existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : [];
}

/** Path -> bytes of every file but those in `.keelson/`, where caches lie. */
export function snapshot(root: string): ReadonlyMap<string, string> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
  return new Map(
    paths
      .filter((path) => !path.startsWith('.keelson/'))
      .toSorted()
      .map((path) => [path, readFileSync(join(root, path), 'latin1')]),
  );
}
