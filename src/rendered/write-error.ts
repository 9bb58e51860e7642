import { UserError } from '../kernel/index.ts';

const hints: Readonly<Record<string, string>> = {
  ENOSPC: 'Free some space on this disk and run the command again.',
  EDQUOT: 'The disk quota of this user is used up. Free some space and run the command again.',
  EACCES: 'Give this user the right to write there (folder and file), and run the command again.',
  EPERM: 'The system forbids the change (owner, immutable flag). Lift that, and run the command again.',
  EROFS: 'The file system is mounted read-only. Mount it writable, or use --dry-run or --check.',
  EISDIR: 'A folder lies where a file belongs. Move it away and run the command again.',
  ENOTDIR: 'A file lies where a folder belongs. Move it away and run the command again.',
  EEXIST: 'Something lies there already. Move it away and run the command again.',
  ENOTEMPTY: 'A folder lies where a file belongs. Move it away and run the command again.',
  EXDEV: 'dist/ and .keelson/ must be folders of one file system: replace the link or mount by a plain folder.',
  ELOOP: 'Links lead in a circle. Replace them by plain folders and run the command again.',
  EMFILE: 'Too many open files: raise the limit (`ulimit -n`) and run the command again.',
  EIO: 'The disk reports an error. Check it before anything else is written.',
};

/** Node's code of a failed file operation, such as `ENOSPC`. */
export function errnoOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/**
 * What a person can repair of a failed file operation: code `write-failed`, the file, and what it means for `dist/`.
 * An error without a file-system code is a bug and comes back as it is.
 */
export function asWriteError(error: unknown, path: string, outcome: string): unknown {
  const errno = errnoOf(error);
  const hint = errno === undefined ? undefined : hints[errno];
  if (errno === undefined || hint === undefined || !(error instanceof Error)) return error;
  return new UserError({
    code: 'write-failed',
    message: `${path} could not be written (${errno}: ${reason(error.message)}). ${outcome}`,
    hint,
    location: { file: path, line: 1, column: 1 },
  });
}

/** `ENOSPC: no space left on device, write` -> `no space left on device`. */
function reason(message: string): string {
  return /^[A-Z]+: ([^,]+)/.exec(message)?.[1] ?? message;
}
