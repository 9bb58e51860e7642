import { dirname } from 'node:path';
import type { Files } from '../kernel/index.ts';
import type { RenderedFile } from './rendered-set.ts';
import type { RenderedText } from './render-file.ts';
import { sha256 } from './header.ts';
import { asWriteError, errnoOf } from './write-error.ts';

/** Where a run lays down what it will write. Any thread can open the folder again by its path alone. */
export interface Stage {
  /** Absolute. */
  readonly folder: string;
  /** Lays the text of `path` (repo-relative) down. Throws UserError `write-failed`, for example when the disk is full. */
  put(path: string, text: string): void;
}

export function openStage(files: Files, folder: string): Stage {
  const made = new Set<string>();
  return {
    folder,
    put(path, text) {
      const staged = stagedPath(folder, path);
      const parent = dirname(staged);
      try {
        if (!made.has(parent)) files.makeDirectory(parent);
        made.add(parent);
        files.write(staged, text);
      } catch (error) {
        throw asWriteError(error, path, 'dist/ is unchanged.');
      }
    },
  };
}

/** What will be written. */
export function stagedPath(folder: string, path: string): string {
  return `${folder}/new/${path}`;
}

/** What was there before: a second link, so that a failure can be taken back. */
export function backupPath(folder: string, path: string): string {
  return `${folder}/old/${path}`;
}

/**
 * Compares a rendered file with the bytes at its path and lets go of its text: gone when `dist/` holds it already, in the
 * stage when not. Without a stage (`--check`, `--dry-run`) a text that differs is kept, to be shown.
 */
export function stageChanged(files: Files, root: string, stage: Stage | undefined, file: RenderedText): RenderedFile {
  const { text, ...rest } = file;
  if (hashAt(files, `${root}/${file.path}`) === file.sha256) return rest;
  if (stage === undefined) return file;
  stage.put(file.path, text);
  return rest;
}

/** Digest of the file, undefined when there is none (or no file) at the path. */
export function hashAt(files: Files, path: string): string | undefined {
  try {
    return sha256(files.read(path));
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES', 'ELOOP'].includes(errnoOf(error) ?? '')) return undefined;
    throw error;
  }
}
