import type { Declared, JsonValue, ObjectRef, UnitRef } from '../kernel/index.ts';

export type DriftSense = 'source' | 'base' | 'environment' | 'published' | 'live';

/** Why something that should be equal is not. Sense `source` gives the first five. */
export type DriftCause = 'hand-edited' | 'stale-render' | 'tool-changed' | 'stray-file' | 'missing-file';

export interface DriftField {
  /** RFC 6901. */
  readonly pointer: string;
  readonly expected?: JsonValue;
  readonly actual?: JsonValue;
}

/** One difference. The shape of `drifts` in `keelson.dev/verify/v1`, plus `diff` for people. */
export interface Drift {
  readonly sense: DriftSense;
  readonly change: 'missing' | 'extra' | 'changed';
  readonly cause: DriftCause;
  readonly unit?: UnitRef;
  readonly object?: ObjectRef;
  /** Repo-relative. */
  readonly file: string;
  readonly fields: readonly DriftField[];
  readonly declared?: Declared;
  /** Unified diff from what the source renders to what lies there; text output only. */
  readonly diff?: string;
}

/** What could not be determined; never counted as "no drift". */
export interface Undetermined {
  readonly sense: DriftSense;
  readonly subject: string;
  readonly code: string;
  readonly message: string;
}

export interface DriftReport {
  readonly senses: readonly DriftSense[];
  /** Sorted by file. */
  readonly drifts: readonly Drift[];
  /** Differences that are declared to be wanted. */
  readonly declared: readonly Drift[];
  readonly undetermined: readonly Undetermined[];
  /** Drifts per sense that was asked for, and `undetermined`. */
  readonly summary: Readonly<Record<string, number>>;
}
