import { UserError } from '../kernel/index.ts';
import type { DistTree, OddEntry } from './read-dist.ts';

const oddNames: Readonly<Record<OddEntry['type'], string>> = {
  symlink: 'a link, which keelson does not follow,',
  other: 'neither a file nor a folder and',
  unreadable: 'not readable and',
};

/** Entries of `dist/` that keep a rendered file from being written: one error per entry. */
export function blockedPaths(tree: DistTree, paths: readonly string[]): readonly UserError[] {
  const folders = new Set(tree.folders);
  const files = new Set(tree.files.map((file) => file.path));
  const odd = new Map(tree.odd.map((one) => [one.path, one]));
  const errors = new Map<string, UserError>();
  for (const path of paths) {
    if (folders.has(path)) errors.set(path, blocked('folder-in-the-way', path, 'a folder and', path));
    for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
      const part = path.slice(0, end);
      const entry = odd.get(part);
      if (entry !== undefined) errors.set(part, blocked('odd-entry', part, oddNames[entry.type], path));
      if (end < path.length && files.has(part)) {
        errors.set(part, blocked('file-in-the-way', part, 'a file and', path));
      }
    }
  }
  return [...errors.values()];
}

function blocked(code: string, entry: string, what: string, path: string): UserError {
  return new UserError({
    code,
    message: `${entry} is ${what} in the way of ${entry === path ? 'the file that is rendered there' : path}. Nothing was written.`,
    hint: `Move ${entry} away and run the command again.`,
    location: { file: entry, line: 1, column: 1 },
  });
}
