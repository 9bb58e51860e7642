import type { Declared, ObjectRef, UnitRef } from '../kernel/index.ts';

export type SynthMode = 'write' | 'check' | 'dry-run';

/** What a synth run did, or in modes `check` and `dry-run` would do. Data of `keelson.dev/synth/v1`. */
export interface SynthResult {
  readonly mode: SynthMode;
  /** Sorted by id. `changed` counts files. */
  readonly units: readonly SynthUnit[];
  /** Changes only, sorted by path. */
  readonly files: readonly SynthFile[];
  /** Files below `dist/` that synth did not write: reported and left. Sorted. */
  readonly stray: readonly string[];
  /** Rendered files that somebody changed by hand and that this run overwrites (or would). Sorted by path. */
  readonly handEdited: readonly HandEdit[];
  readonly summary: SynthSummary;
}

export interface SynthUnit {
  readonly unit: UnitRef;
  readonly action: 'rendered' | 'cached' | 'pinned' | 'removed';
  readonly objects: number;
  readonly files: number;
  readonly changed: number;
}

export interface SynthFile {
  /** Repo-relative with `/`. */
  readonly path: string;
  readonly action: 'create' | 'update' | 'delete';
  /** Hex, of the whole file as rendered; a deleted file has none. */
  readonly sha256?: string;
  readonly object?: ObjectRef;
  /** Unit id; absent for generated files outside `dist/` (CODEOWNERS). */
  readonly unit?: string;
}

export interface HandEdit {
  readonly path: string;
  /** Unified diff from what is rendered to what lies there. */
  readonly diff: string;
}

export interface SynthSummary {
  readonly units: number;
  readonly objects: number;
  readonly created: number;
  readonly updated: number;
  readonly deleted: number;
  readonly unchanged: number;
  readonly stray: number;
}

/** Where an object comes from: answer of `keelson explain`. */
export interface Explanation {
  readonly unit: UnitRef;
  readonly owner: string;
  /** The declaration that the unit belongs to. */
  readonly declared: Declared;
  /** Repo-relative files of the unit, sorted; for an object or a file just that one. */
  readonly objects: readonly ExplainedObject[];
  /** Ids of the units that must be there first. */
  readonly requires: readonly string[];
  readonly wave: number;
}

export interface ExplainedObject {
  readonly object?: ObjectRef;
  readonly file: string;
  readonly constructPath?: string;
  /** The innermost line of the user's code that made it. */
  readonly declared?: Declared;
}
