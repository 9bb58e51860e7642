import type { Files } from '../kernel/index.ts';
import { stateFolder } from './dist-path.ts';
import { sha256 } from './header.ts';
import type { PlannedFile } from './plan.ts';
import type { DistFile } from './read-dist.ts';
import { hashAt } from './stage.ts';
import { errnoOf } from './write-error.ts';

/**
 * The record of what was written and is not committed yet: path -> digest. Together with HEAD's tree it proves that a
 * file is ours and may be pruned. It is git-ignored and may be lost: then less is pruned, never more.
 */
export const ownedPath = `${stateFolder}/owned.json`;

type OwnedRecord = ReadonlyMap<string, string>;

export interface Ownership {
  readonly record: OwnedRecord;
  /** Paths in HEAD's tree; undefined without a repository or a commit. */
  readonly committed: ReadonlySet<string> | undefined;
}

/** A record that cannot be read as one counts as empty. */
export function readRecord(files: Files, root: string): OwnedRecord {
  const record = new Map<string, string>();
  try {
    const value: unknown = JSON.parse(files.read(`${root}/${ownedPath}`).toString('utf8'));
    if (typeof value !== 'object' || value === null || !('files' in value)) return record;
    if (typeof value.files !== 'object' || value.files === null) return record;
    for (const [path, digest] of Object.entries(value.files)) {
      if (typeof digest === 'string') record.set(path, digest);
    }
  } catch (error) {
    if (!(error instanceof SyntaxError) && errnoOf(error) !== 'ENOENT') throw error;
  }
  return record;
}

/** Intact, and written by us at this very path: by the last commit's render, or by a later one. */
export function isOwned(file: DistFile, { record, committed }: Ownership): boolean {
  if (file.state !== 'intact') return false;
  return (committed?.has(file.path) ?? false) || record.get(file.path) === file.sha256;
}

/**
 * The record after a write: what it has written or found as rendered, less what it deletes and what is committed by now.
 * Undefined when that is what the record says already.
 */
export function planRecord(
  files: Files,
  root: string,
  ownership: Ownership,
  written: ReadonlyMap<string, string>,
  deleted: readonly string[],
): PlannedFile | undefined {
  const next = new Map([...ownership.record, ...written]);
  for (const path of deleted) next.delete(path);
  // A new version of a committed file needs no entry either: its path is in HEAD.
  for (const path of next.keys()) if (ownership.committed?.has(path) === true) next.delete(path);
  if (next.size === ownership.record.size && [...next].every(([path, one]) => ownership.record.get(path) === one)) {
    return undefined;
  }
  const sorted = Object.fromEntries([...next].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const text = `${JSON.stringify({ version: 1, files: sorted }, undefined, 1)}\n`;
  const before = hashAt(files, `${root}/${ownedPath}`);
  if (before === sha256(text)) return undefined;
  const planned = { path: ownedPath, sha256: sha256(text), text };
  return before === undefined ? { action: 'create', ...planned } : { action: 'update', before, ...planned };
}
