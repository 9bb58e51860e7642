import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  closeSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmdirSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { Dirent, Stats } from 'node:fs';
import type { FileEntry, Files } from '../kernel/index.ts';

/** From so many paths on, flushing the whole file system once is faster than one flush per file. */
const manyPaths = 48;

const spawn = spawnSync;

function typeOf(entry: Dirent | Stats): FileEntry['type'] {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'directory';
  return entry.isSymbolicLink() ? 'symlink' : 'other';
}

function code(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

function withDescriptor(path: string, flags: string, use: (descriptor: number) => void): void {
  const descriptor = openSync(path, flags);
  try {
    use(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function flush(path: string): void {
  try {
    withDescriptor(path, 'r', fsyncSync);
  } catch (error) {
    // Windows and some network file systems cannot flush a folder; there the rename itself is all that can be had.
    if (!['EISDIR', 'EPERM', 'EINVAL', 'ENOTSUP', 'ENOSYS'].includes(code(error) ?? '')) throw error;
  }
}

/** One flush of the file system that holds the path, by coreutils' `sync -f`; false where that does not exist. */
function flushFileSystem(path: string): boolean {
  if (process.platform !== 'linux') return false;
  return spawn('sync', ['-f', path], { stdio: 'ignore' }).status === 0;
}

/** The file system of this machine. Every method is synchronous; errors are Node's own. */
export const nodeFiles: Files = {
  read: (path) => readFileSync(path),
  write(path, data, options = {}) {
    withDescriptor(path, options.exclusive === true ? 'wx' : 'w', (descriptor) => {
      writeFileSync(descriptor, data);
      if (options.sync === true) fsyncSync(descriptor);
    });
  },
  append(path, data, options = {}) {
    withDescriptor(path, 'a', (descriptor) => {
      appendFileSync(descriptor, data);
      if (options.sync === true) fsyncSync(descriptor);
    });
  },
  rename: (from, to) => renameSync(from, to),
  link: (from, to) => linkSync(from, to),
  remove: (path) => unlinkSync(path),
  makeDirectory(path) {
    mkdirSync(path, { recursive: true });
  },
  removeDirectory: (path) => rmdirSync(path),
  list: (path) =>
    readdirSync(path, { withFileTypes: true }).map((entry) => ({ name: entry.name, type: typeOf(entry) })),
  type(path) {
    try {
      const stats = lstatSync(path, { throwIfNoEntry: false });
      return stats === undefined ? undefined : typeOf(stats);
    } catch (error) {
      // A parent that is a file: there is no entry, whatever the system calls it.
      if (code(error) === 'ENOTDIR') return undefined;
      throw error;
    }
  },
  syncDirectory: flush,
  sync(paths) {
    const first = paths[0];
    if (first === undefined) return;
    if (paths.length >= manyPaths && flushFileSystem(dirname(first))) return;
    for (const path of paths) flush(path);
  },
};
