import type { ObjectRef } from '../kernel/index.ts';
import type { EditKind } from './header.ts';
import type { RenderedFile } from './rendered-set.ts';

/** One file that a write changes. */
export interface PlannedFile {
  readonly action: 'create' | 'update' | 'delete';
  /** Repo-relative with `/`. */
  readonly path: string;
  /** Hex, of the whole file: what lies there now, and what will. */
  readonly before?: string;
  readonly sha256?: string;
  /** Left out when the stage has it. */
  readonly text?: string;
  /** Unit id; a generated file outside `dist/` has none. */
  readonly unit?: string;
  readonly object?: ObjectRef;
}

/** A file of ours that somebody changed by hand. */
export interface HandEditedFile {
  readonly path: string;
  readonly because: EditKind | 'no-header';
  /** It lies where a file is rendered, and is replaced; elsewhere it is left. */
  readonly overwritten: boolean;
  /** Unified, from what is rendered to what lies there; only when it is overwritten. */
  readonly diff?: string;
}

/** What a write would do: data, so that `--dry-run` and `--check` end here. */
export interface WritePlan {
  /** Sorted by path. */
  readonly actions: readonly PlannedFile[];
  /** Rendered files that lie there already, byte for byte. */
  readonly unchanged: number;
  /** Paths below `dist/` that keelson did not write, or cannot prove to have written, and leaves; sorted. */
  readonly strays: readonly string[];
  /** Sorted by path. */
  readonly handEdits: readonly HandEditedFile[];
  /** The record of written files, when it changes. */
  readonly record?: PlannedFile;
}

/** A generated file outside `dist/` (CODEOWNERS): written with the rest, never pruned. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

/** What `planWrite` takes of a rendered file. */
export type FileToWrite = Pick<RenderedFile, 'path' | 'unit' | 'sha256' | 'text' | 'object'>;
