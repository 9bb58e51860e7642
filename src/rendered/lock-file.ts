import type { Files, ProcessIdentity } from '../kernel/index.ts';
import { errnoOf } from './write-error.ts';

/** Content of a lock file. `token` tells one taking of the lock from every other. */
export interface Holder extends ProcessIdentity {
  readonly token: string;
  /** RFC 3339, for people. */
  readonly since: string;
}

/** The file appears with its content, or not at all: readers never see half a lock. */
export function createLockFile(files: Files, path: string, holder: Holder): boolean {
  const text = `${JSON.stringify(holder)}\n`;
  const draft = `${path}-${holder.token}`;
  try {
    files.write(draft, text, { exclusive: true });
    try {
      files.link(draft, path);
    } finally {
      files.remove(draft);
    }
    return true;
  } catch (error) {
    const errno = errnoOf(error) ?? '';
    // Somebody swept the draft away as a left-over: try again.
    if (errno === 'EEXIST' || errno === 'ENOENT') return false;
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(errno)) throw error;
    return createWithoutLink(files, path, text);
  }
}

function createWithoutLink(files: Files, path: string, text: string): boolean {
  try {
    files.write(path, text, { exclusive: true });
    return true;
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** `garbled`: there is a lock, and it does not say whose. */
export function readHolder(files: Files, path: string): Holder | 'garbled' | undefined {
  try {
    const value: unknown = JSON.parse(files.read(path).toString('utf8'));
    return isHolder(value) ? value : 'garbled';
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    if (error instanceof SyntaxError) return 'garbled';
    throw error;
  }
}

function isHolder(value: unknown): value is Holder {
  if (typeof value !== 'object' || value === null) return false;
  const fields: Readonly<Record<string, unknown>> = { ...value };
  return (
    typeof fields['pid'] === 'number' &&
    ['host', 'incarnation', 'token', 'since'].every((key) => typeof fields[key] === 'string')
  );
}
