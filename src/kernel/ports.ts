/**
 * The outside world, as the stages see it. `src/io` implements these; a test may wrap one to count or to inject a failure.
 * All paths are absolute. Errors are Node's own (`code` = `ENOENT`, `EACCES`, `ENOSPC`...).
 */
export interface FileEntry {
  readonly name: string;
  readonly type: 'file' | 'directory' | 'symlink' | 'other';
}

/** Synchronous on purpose: a transaction's steps must happen in the order in which they are written down. */
export interface Files {
  /** The bytes; throws `ENOENT` and the like. */
  read(path: string): Buffer;
  /** Creates or truncates. `exclusive` fails with `EEXIST`; `sync` returns only when the bytes are on the disk. */
  write(
    path: string,
    data: string | Uint8Array,
    options?: { readonly exclusive?: boolean; readonly sync?: boolean },
  ): void;
  append(path: string, data: string, options?: { readonly sync?: boolean }): void;
  rename(from: string, to: string): void;
  /** A second name for the same bytes; fails with `EEXIST` when `to` is there, with others where links are not known. */
  link(from: string, to: string): void;
  /** Removes one file. */
  remove(path: string): void;
  /** Creates the folder and its parents. */
  makeDirectory(path: string): void;
  /** Removes one empty folder. */
  removeDirectory(path: string): void;
  list(path: string): readonly FileEntry[];
  /** The entry's type, without following a link; undefined when there is none. */
  type(path: string): FileEntry['type'] | undefined;
  /** Makes renames and removals inside the folder durable. */
  syncDirectory(path: string): void;
  /** Makes the bytes of all these files durable, and the entries of all these folders. All lie in one file system. */
  sync(paths: readonly string[]): void;
}

/** Questions to git about one repository. A folder that is no work tree answers `undefined`, nothing throws for that. */
export interface Git {
  /** The commit that HEAD names; undefined outside a repository and before the first commit. */
  head(): Promise<string | undefined>;
  /** Repo-relative paths of the files below `path` in HEAD's tree. */
  filesAtHead(path: string): Promise<readonly string[] | undefined>;
  /** The text of a file at a commit. */
  show(commit: string, path: string): Promise<string | undefined>;
  /** The commit that a branch, tag or other name stands for. */
  resolve(ref: string): Promise<string | undefined>;
  /** The newest commit that both come from; undefined also when the history was fetched in part only. */
  mergeBase(one: string, other: string): Promise<string | undefined>;
  /** Whether the history was fetched in part only; undefined outside a repository. */
  isShallow(): Promise<boolean | undefined>;
  /** The files below `path` in a commit's tree, links and submodules left out; repo-relative, sorted. */
  filesAt(commit: string, path: string): Promise<readonly GitFile[]>;
  /** The last commit on HEAD's history that touched the path. */
  lastCommit(path: string): Promise<string | undefined>;
  /** Paths among `paths` that differ between the commit and the work tree, untracked files included. */
  changedSince(commit: string, paths: readonly string[]): Promise<readonly string[] | undefined>;
}

/** A file of a commit. */
export interface GitFile {
  readonly path: string;
  readonly data: Uint8Array;
}

/** A process as a lock names it. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly host: string;
  /** Tells a process from a later one with the same pid, where the system says it; else empty. */
  readonly incarnation: string;
}

export interface Processes {
  self(): ProcessIdentity;
  /** Undefined: on another host, so it cannot be known from here. */
  isAlive(process: ProcessIdentity): boolean | undefined;
  /** Blocks for so many milliseconds. */
  pause(milliseconds: number): void;
  /** A name that no other run uses: lower-case letters and digits. */
  uniqueName(): string;
}

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}

/** An API server that may be asked. */
export interface Cluster {
  /** For people: the address of the server. */
  readonly name: string;
  /** JSON of a path such as `/openapi/v3`; throws a `UserError` when the server cannot be reached or refuses. */
  get(path: string): Promise<unknown>;
}

/** How to reach an API server: what a kubeconfig says of one context, files already read. */
export interface ClusterConnection {
  readonly server: string;
  /** PEM; left out for the certificates that the system trusts. */
  readonly certificateAuthority?: string;
  readonly skipTlsVerify?: boolean;
  readonly serverName?: string;
  readonly token?: string;
  readonly clientCertificate?: string;
  readonly clientKey?: string;
  /** A program that prints an ExecCredential (client.authentication.k8s.io). */
  readonly exec?: {
    readonly command: string;
    readonly args: readonly string[];
    readonly env: Readonly<Record<string, string>>;
    readonly apiVersion: string;
  };
}
