import { dirname } from 'node:path';
import type { Files } from '../kernel/index.ts';
import { errnoOf } from './write-error.ts';

/** Removes a folder of our own with all that is in it; links are removed, not followed. */
export function removeTree(files: Files, path: string): void {
  if (files.type(path) === undefined) return;
  for (const entry of files.list(path)) {
    if (entry.type === 'directory') removeTree(files, `${path}/${entry.name}`);
    else files.remove(`${path}/${entry.name}`);
  }
  files.removeDirectory(path);
}

/** Removes the folders that became empty: those of the paths (absolute) and their parents, never `root` itself. */
export function removeEmptyFolders(files: Files, root: string, paths: readonly string[]): void {
  const pending = new Set(paths.map((path) => dirname(path)));
  for (const folder of pending) {
    if (!folder.startsWith(`${root}/`) || !removeIfEmpty(files, folder)) continue;
    pending.add(dirname(folder));
  }
}

/** True when there is no such folder afterwards. */
function removeIfEmpty(files: Files, folder: string): boolean {
  if (files.type(folder) !== 'directory') return files.type(folder) === undefined;
  if (files.list(folder).length > 0) return false;
  try {
    files.removeDirectory(folder);
    return true;
  } catch (error) {
    // Somebody put a file there in this moment, or it is a mount, or must not be removed. git sees no empty folders.
    if (['ENOTEMPTY', 'EEXIST', 'EBUSY', 'EPERM', 'EACCES'].includes(errnoOf(error) ?? '')) return false;
    throw error;
  }
}

/** The nearest folders that exist, of the paths (absolute): what has to be flushed after renames and removals. */
export function nearestFolders(files: Files, paths: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const path of new Set(paths.map((one) => dirname(one)))) {
    let folder = path;
    while (files.type(folder) !== 'directory' && dirname(folder) !== folder) folder = dirname(folder);
    found.add(folder);
  }
  return [...found];
}
