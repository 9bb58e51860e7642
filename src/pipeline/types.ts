import type { Clock, Files, Git, Processes } from '../kernel/index.ts';
import type { SynthMode } from '../synth/index.ts';

/** The outside world, handed in by the command. */
export interface Ports {
  readonly files: Files;
  readonly git: Git;
  readonly clock: Clock;
  readonly processes: Processes;
}

export type Stage = 'load' | 'resolve' | 'render' | 'second-render' | 'compare' | 'write' | 'check' | 'base';

/** Called when a stage begins (`done` 0) and as it moves; `total` counts units or files where that is known. */
export type Progress = (event: { readonly stage: Stage; readonly done: number; readonly total?: number }) => void;

export interface PipelineOptions {
  /** Absolute path of the user's repository: the folder of `package.json`. */
  readonly root: string;
  readonly ports: Ports;
  readonly progress?: Progress;
  /** `.keelson/cache` is neither read nor written. The command sets it when `CI` is true. */
  readonly noCache?: boolean;
  /** How many worker threads render; 0 renders in this thread. Default: by fleet size and processors. */
  readonly workers?: number;
}

/** Units that match every given part. `unit` is an id, or a name, or `<owner>/<name>`. */
export interface Selection {
  readonly environment?: string;
  readonly cluster?: string;
  readonly unit?: string;
}

export interface SynthesizeOptions extends PipelineOptions {
  readonly mode: SynthMode;
  readonly select?: Selection;
  /** Deletion guard: how many rendered files one run may delete, or `all`. Default 10, or a fifth of those we own if that is more, at most 100. */
  readonly allowDelete?: number | 'all';
}

export interface VerifyOptions extends PipelineOptions {
  readonly select?: Selection;
}
