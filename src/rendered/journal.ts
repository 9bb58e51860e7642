import type { Files } from '../kernel/index.ts';
import { stateFolder } from './dist-path.ts';
import { sha256 } from './header.ts';
import { errnoOf } from './write-error.ts';

/** One file of a transaction. Digests are hex sha256 of the whole file. */
export interface JournalStep {
  readonly action: 'create' | 'update' | 'delete';
  /** Repo-relative. */
  readonly path: string;
  /** What lies there before; a file to create has none. */
  readonly before?: string;
  /** What lies there after; a file to delete has none. */
  readonly after?: string;
}

/**
 * The promise to finish a write. It appears complete or not at all: while there is none, `dist/` is old; from then on
 * recovery makes it new (`forward`), or old again once the writer gave up (`backward`).
 */
export interface Journal {
  readonly direction: 'forward' | 'backward';
  /** Name of the run's folder in `.keelson/stage`. */
  readonly run: string;
  readonly steps: readonly JournalStep[];
}

export function stageRoot(root: string): string {
  return `${root}/${stateFolder}/stage`;
}

export function journalPath(root: string, direction: Journal['direction'] = 'forward'): string {
  return `${root}/${stateFolder}/journal${direction === 'forward' ? '' : '.undo'}`;
}

/** Written aside, flushed, then renamed: nobody sees half a journal. */
export function writeJournal(files: Files, root: string, journal: Journal): void {
  const body = JSON.stringify({ version: 1, run: journal.run, steps: journal.steps });
  const draft = `${root}/${stateFolder}/journal-draft`;
  files.write(draft, `${sha256(body)}\n${body}\n`, { sync: true });
  files.rename(draft, journalPath(root));
  files.syncDirectory(`${root}/${stateFolder}`);
}

/** The journal that a dead run left. One whose digest does not fit was never relied on: `incomplete`. */
export function readJournal(files: Files, root: string): Journal | 'incomplete' | undefined {
  for (const direction of ['backward', 'forward'] as const) {
    const text = readText(files, journalPath(root, direction));
    if (text === undefined) continue;
    const [digest = '', body = ''] = text.split('\n');
    if (digest !== sha256(body)) return 'incomplete';
    const { run, steps }: Journal = JSON.parse(body);
    return { direction, run, steps };
  }
  return undefined;
}

function readText(files: Files, path: string): string | undefined {
  try {
    return files.read(path).toString('utf8');
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * The end of a transaction: everything it promised is on the disk. That the removal itself is flushed matters little, and
 * its failure must not look like a failed write: a journal that comes back finds nothing left to do.
 */
export function removeJournal(files: Files, root: string, direction: Journal['direction']): void {
  files.remove(journalPath(root, direction));
  try {
    files.syncDirectory(`${root}/${stateFolder}`);
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
  }
}
