import type { ExitCode, JsonObject, JsonValue, Location } from '../kernel/index.ts';

/** The `keelson.dev/<command>/v1` documents. `v1` only gains keys; JSON Schemas of the same shapes lie in `docs/schemas/`. */
export interface ErrorEntry {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  readonly location?: Location;
}

export interface Envelope {
  /** `keelson.dev/<command>/v1` */
  readonly schema: string;
  /** Version of Keelson. */
  readonly version: string;
  readonly exitCode: ExitCode;
  /** True when `exitCode` is 0. */
  readonly ok: boolean;
  /** Filled at exit code 2 and 70. */
  readonly errors: readonly ErrorEntry[];
  readonly summary: JsonObject;
}

/** What a command has to say besides the envelope. */
export interface ReportBody {
  readonly summary: JsonObject;
  readonly [key: string]: JsonValue | undefined;
}

export interface BootstrapReport {
  readonly hub: string;
  readonly parts: readonly {
    readonly title: string;
    /** Shell commands, each complete, run in order from the root of the repository. */
    readonly commands: readonly string[];
    /** What the commands apply from their own text, not from `dist/`. */
    readonly manifests: readonly JsonObject[];
  }[];
}

export interface ImageSetReport {
  readonly tenant: string;
  readonly app: string;
  readonly environment: string;
  readonly file: string;
  readonly image: string;
  /** Left out when there was none. */
  readonly previous?: string;
  readonly action: 'create' | 'update' | 'unchanged';
}

export interface InitReport {
  /** As given. */
  readonly directory: string;
  /** Relative to it, with `/`. */
  readonly files: readonly string[];
  readonly next: readonly string[];
}
