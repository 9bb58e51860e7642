import { dirname } from 'node:path';
import type { Files } from '../kernel/index.ts';
import { nearestFolders, removeEmptyFolders } from './folders.ts';
import type { Journal, JournalStep } from './journal.ts';
import { backupPath, hashAt, stagedPath } from './stage.ts';

/** Where a transaction works: absolute folders. */
export interface Workplace {
  readonly files: Files;
  readonly root: string;
  readonly stage: string;
}

/** Old to new, by one rename. */
export function doStep({ files, root, stage }: Workplace, step: JournalStep): void {
  const target = `${root}/${step.path}`;
  if (step.action === 'delete') {
    files.rename(target, backupPath(stage, step.path));
    return;
  }
  if (step.action === 'create') files.makeDirectory(dirname(target));
  files.rename(stagedPath(stage, step.path), target);
}

/**
 * After a crash: does what is still to do. Returns the step's path when somebody has changed the file since, which is
 * then left as it is.
 */
export function redoStep(place: Workplace, step: JournalStep): string | undefined {
  const { files, root, stage } = place;
  const target = `${root}/${step.path}`;
  const now = hashAt(files, target);
  if (step.action === 'delete') {
    if (now === undefined || files.type(backupPath(stage, step.path)) !== undefined) return undefined;
    if (now !== step.before) return step.path;
    files.makeDirectory(dirname(backupPath(stage, step.path)));
    doStep(place, step);
    return undefined;
  }
  if (files.type(stagedPath(stage, step.path)) === undefined) return undefined;
  if (now === undefined ? files.type(target) !== undefined : now !== step.before && now !== step.after)
    return step.path;
  files.makeDirectory(dirname(target));
  doStep(place, step);
  return undefined;
}

/** New to old; the same after a crash in the middle of it. Returns the path of a file that somebody has changed since. */
export function undoStep({ files, root, stage }: Workplace, step: JournalStep): string | undefined {
  const target = `${root}/${step.path}`;
  const backup = backupPath(stage, step.path);
  const now = hashAt(files, target);
  if (step.action === 'create') {
    // Still staged: it was never put in place.
    if (now === undefined || files.type(stagedPath(stage, step.path)) !== undefined) return undefined;
    if (now !== step.after) return step.path;
    files.remove(target);
    return undefined;
  }
  const done = step.action === 'delete' || files.type(stagedPath(stage, step.path)) === undefined;
  if (!done || files.type(backup) === undefined || now === step.before) return undefined;
  if (now !== step.after) return step.path;
  files.makeDirectory(dirname(target));
  files.rename(backup, target);
  return undefined;
}

/** After the steps of either direction: empty folders go, and everything is made durable. */
export function settle({ files, root }: Workplace, { direction, steps }: Journal): void {
  const emptied = direction === 'forward' ? 'delete' : 'create';
  const paths = steps.map((step) => `${root}/${step.path}`);
  removeEmptyFolders(
    files,
    root,
    steps.filter((step) => step.action === emptied).map((step) => `${root}/${step.path}`),
  );
  files.sync(nearestFolders(files, paths));
}
