import { UserError } from '../kernel/index.ts';
import type { Files } from '../kernel/index.ts';
import { stateFolder } from './dist-path.ts';
import { removeTree } from './folders.ts';
import { journalPath, readJournal, removeJournal, stageRoot } from './journal.ts';
import { isLockedByOther, takeLock } from './lock.ts';
import { readHolder } from './lock-file.ts';
import type { LockWait, WriteWorld } from './lock.ts';
import { redoStep, settle, undoStep } from './steps.ts';
import { asWriteError } from './write-error.ts';

/** What a command found of an interrupted write. */
export interface Recovery {
  readonly outcome: 'nothing' | 'completed' | 'rolled-back';
  /** Files that somebody changed after the interruption: left as they are. Sorted. */
  readonly kept: readonly string[];
}

const nothing: Recovery = { outcome: 'nothing', kept: [] };

/**
 * Completes or takes back the write that a killed command left, and sweeps up after it. Every command calls it first:
 * afterwards `dist/` is as it was before that write, or as it was to be. Does nothing, and writes nothing, when there is
 * nothing left. Throws UserError `another-write` while the write's process lives, `write-failed` when it cannot finish.
 */
export function recover(world: WriteWorld, wait?: LockWait): Recovery {
  const { files, root } = world;
  if (files.type(`${root}/${stateFolder}`) !== 'directory') return nothing;
  const left = files.list(`${root}/${stateFolder}`).filter(({ name }) => isTransactional(name));
  if (left.length === 0) return nothing;
  const interrupted = left.some(({ name }) => name === 'journal' || name === 'journal.undo');
  // Without a journal `dist/` is whole: somebody renders, and need not be waited for.
  if (!interrupted && isLockedByOther(world)) return nothing;
  const lock = takeLock(world, wait);
  try {
    return recoverLocked(world);
  } finally {
    lock.release();
  }
}

function isTransactional(name: string): boolean {
  return name === 'stage' || /^(?:lock|journal)(?:$|[-.])/.test(name);
}

/** The same for who holds the lock already. */
export function recoverLocked(world: WriteWorld): Recovery {
  const { files, root } = world;
  try {
    const recovery = finish(files, root);
    sweep(world);
    return recovery;
  } catch (error) {
    throw asWriteError(
      error,
      stateFolder,
      'An interrupted write could not be finished yet; the next command tries again.',
    );
  }
}

function finish(files: Files, root: string): Recovery {
  const journal = readJournal(files, root);
  if (journal === undefined) return nothing;
  if (journal === 'incomplete') {
    for (const direction of ['backward', 'forward'] as const) {
      if (files.type(journalPath(root, direction)) !== undefined) removeJournal(files, root, direction);
    }
    return { outcome: 'rolled-back', kept: [] };
  }
  if (!/^[a-z0-9]+$/.test(journal.run)) throw damaged();
  const place = { files, root, stage: `${stageRoot(root)}/${journal.run}` };
  const steps = journal.direction === 'forward' ? journal.steps : journal.steps.toReversed();
  const kept = steps.map((step) => (journal.direction === 'forward' ? redoStep : undoStep)(place, step));
  settle(place, journal);
  removeJournal(files, root, journal.direction);
  return {
    outcome: journal.direction === 'forward' ? 'completed' : 'rolled-back',
    kept: kept.filter((path) => path !== undefined).toSorted(),
  };
}

function damaged(): UserError {
  return new UserError({
    code: 'journal-damaged',
    message: `${stateFolder}/journal was changed by something else than keelson.`,
    hint: `Delete ${stateFolder}/journal, and compare dist/ with git before you run synth again.`,
    location: { file: `${stateFolder}/journal`, line: 1, column: 1 },
  });
}

/** Under the lock no stage is in use, so all of them are left-overs; drafts of locks may belong to a process that waits. */
function sweep(world: WriteWorld): void {
  const { files, root } = world;
  const state = `${root}/${stateFolder}`;
  removeTree(files, stageRoot(root));
  for (const { name } of files.list(state)) {
    const path = `${state}/${name}`;
    if (name === 'journal-draft') files.remove(path);
    if (!/^lock[-.]/.test(name)) continue;
    const holder = readHolder(files, path);
    if (holder === undefined || (holder !== 'garbled' && world.processes.isAlive(holder) !== false)) continue;
    files.remove(path);
  }
}
