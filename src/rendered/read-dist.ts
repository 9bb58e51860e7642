import { UserError } from '../kernel/index.ts';
import type { Files } from '../kernel/index.ts';
import { distFolder, pathsInScope, unitOfPath } from './dist-path.ts';
import type { Scope } from './dist-path.ts';
import { readHeader, sha256 } from './header.ts';
import type { EditKind, HeaderSource } from './header.ts';
import { errnoOf } from './write-error.ts';

/** A file below `dist/` as it lies there. */
export interface DistFile {
  /** Repo-relative with `/`. */
  readonly path: string;
  /** Hex, of the whole file. */
  readonly sha256: string;
  readonly size: number;
  /** `foreign`: without our header. */
  readonly state: 'intact' | 'edited' | 'foreign';
  readonly because?: EditKind;
  /** What the header names, where it can still be read. */
  readonly source?: HeaderSource;
  /** Id of the unit in whose folder it lies. */
  readonly unit?: string;
}

/** What is neither a readable file nor a folder: reported, never followed, written or removed. */
export interface OddEntry {
  readonly path: string;
  readonly type: 'symlink' | 'other' | 'unreadable';
}

export interface DistTree {
  /** Sorted by path. */
  readonly files: readonly DistFile[];
  readonly odd: readonly OddEntry[];
  /** All folders, `dist` included; sorted. */
  readonly folders: readonly string[];
}

function distFile(path: string, data: Uint8Array): DistFile {
  const header = readHeader(data);
  const unit = unitOfPath(path);
  const base = { path, sha256: sha256(data), size: data.length, ...(unit === undefined ? {} : { unit }) };
  if (header.state === 'none') return { ...base, state: 'foreign' };
  const named =
    header.file === undefined || header.symbol === undefined
      ? {}
      : { source: { file: header.file, symbol: header.symbol } };
  if (header.state === 'intact') return { ...base, state: 'intact', ...named };
  return { ...base, state: 'edited', because: header.because, ...named };
}

/**
 * Everything below `<root>/dist`, or the scope's part of it. Links are reported and not followed. Throws UserError
 * `dist-is-no-folder` when `dist` itself is a link or a file: what lies behind it is not ours to prune.
 */
export function readDist(files: Files, root: string, scope?: Scope): DistTree {
  const found: DistFile[] = [];
  const odd: OddEntry[] = [];
  const folders: string[] = [];

  function visit(path: string, type: string | undefined): void {
    if (type === 'directory') visitFolder(path);
    else if (type === 'file') visitFile(path);
    else if (type !== undefined) odd.push({ path, type: type === 'symlink' ? 'symlink' : 'other' });
  }
  function visitFolder(path: string): void {
    folders.push(path);
    for (const entry of attempt(path, () => files.list(`${root}/${path}`)) ?? []) {
      visit(`${path}/${entry.name}`, entry.type);
    }
  }
  function visitFile(path: string): void {
    const data = attempt(path, () => files.read(`${root}/${path}`));
    if (data !== undefined) found.push(distFile(path, data));
  }
  function attempt<Result>(path: string, action: () => Result): Result | undefined {
    try {
      return action();
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') return undefined;
      if (errnoOf(error) === undefined) throw error;
      odd.push({ path, type: 'unreadable' });
      return undefined;
    }
  }

  requireFolder(files, root);
  for (const path of pathsInScope(scope)) visitBelowPlainFolders(path);
  return { files: found.toSorted(byPath), odd: odd.toSorted(byPath), folders: folders.toSorted() };

  /** A link on the way to a part of `dist/` is as odd as one in it. */
  function visitBelowPlainFolders(path: string): void {
    const parts = path.split('/');
    for (let length = 1; length < parts.length; length += 1) {
      const parent = parts.slice(0, length).join('/');
      const type = files.type(`${root}/${parent}`);
      if (type === 'directory') continue;
      if (!odd.some((one) => one.path === parent) && !found.some((one) => one.path === parent)) visit(parent, type);
      return;
    }
    visit(path, files.type(`${root}/${path}`));
  }
}

function requireFolder(files: Files, root: string): void {
  const type = files.type(`${root}/${distFolder}`);
  if (type === undefined || type === 'directory') return;
  throw new UserError({
    code: 'dist-is-no-folder',
    message: `${distFolder} is ${type === 'symlink' ? 'a link' : 'not a folder'}; keelson writes and prunes only in a plain folder.`,
    hint: `Move ${distFolder} away, and run the command again: it makes the folder.`,
    location: { file: distFolder, line: 1, column: 1 },
  });
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  if (a.path === b.path) return 0;
  return a.path < b.path ? -1 : 1;
}
