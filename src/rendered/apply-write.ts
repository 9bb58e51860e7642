import { dirname } from 'node:path';
import { UserError } from '../kernel/index.ts';
import { stateFolder } from './dist-path.ts';
import { nearestFolders, removeTree } from './folders.ts';
import { journalPath, removeJournal, stageRoot, writeJournal } from './journal.ts';
import type { Journal, JournalStep } from './journal.ts';
import { takeLock } from './lock.ts';
import type { LockWait, WriteWorld } from './lock.ts';
import type { WritePlan } from './plan.ts';
import { recoverLocked } from './recover.ts';
import type { Recovery } from './recover.ts';
import { backupPath, hashAt, openStage, stagedPath } from './stage.ts';
import type { Stage } from './stage.ts';
import { doStep, settle, undoStep } from './steps.ts';
import { asWriteError, errnoOf } from './write-error.ts';

const unchanged = 'Nothing was written: dist/ is as it was.';

/** A run that may write: it holds the lock from its first look at `dist/` to its end. */
export interface WriteSession {
  readonly world: WriteWorld;
  readonly stage: Stage;
  /** What an interrupted command had left. */
  readonly recovered: Recovery;
  /** Drops the stage and the lock. Call it in `finally`. */
  end(): void;
}

/** Takes the lock, finishes what an interrupted command left, opens a stage. Throws `another-write`, `write-failed`. */
export function beginWrite(world: WriteWorld, wait?: LockWait): WriteSession {
  const lock = takeLock(world, wait);
  try {
    const recovered = recoverLocked(world);
    const folder = `${stageRoot(world.root)}/${world.processes.uniqueName()}`;
    return { world, stage: openStage(world.files, folder), recovered, end };
    function end(): void {
      // An undo that failed as well needs its stage: the next command's recovery goes on from there.
      ignoringFailure(() => {
        if (!hasJournal(world)) removeTree(world.files, stageRoot(world.root));
      });
      ignoringFailure(() => lock.release());
    }
  } catch (error) {
    ignoringFailure(() => lock.release());
    throw error;
  }
}

/** What cannot be cleaned up, the next command sweeps; it must not hide how the write itself ended. */
function ignoringFailure(action: () => void): void {
  try {
    action();
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
  }
}

function hasJournal({ files, root }: WriteWorld): boolean {
  return (['forward', 'backward'] as const).some((direction) => files.type(journalPath(root, direction)) !== undefined);
}

/**
 * Writes the plan as one transaction: every text staged and flushed, the journal flushed, then one rename per file. When
 * it fails, what was done is taken back before the error is thrown. Throws UserError `write-failed`, `dist-changed`.
 */
export function applyWrite({ world, stage }: WriteSession, plan: WritePlan): void {
  const { files, root } = world;
  if (plan.actions.length === 0 && plan.record === undefined) return;
  const run = stage.folder.slice(stage.folder.lastIndexOf('/') + 1);
  const journal: Journal = { direction: 'forward', run, steps: prepare(world, stage, plan) };
  const place = { files, root, stage: stage.folder };
  let path = `${stateFolder}/journal`;
  try {
    writeJournal(files, root, journal);
    for (const step of journal.steps) {
      path = step.path;
      doStep(place, step);
    }
    settle(place, journal);
    removeJournal(files, root, 'forward');
  } catch (error) {
    throw asWriteError(error, path, takeBack(world, stage, journal));
  }
}

/** Everything that can be done before `dist/` changes: staged texts, second links to what will be replaced, one flush. */
function prepare(world: WriteWorld, stage: Stage, plan: WritePlan): readonly JournalStep[] {
  const { files, root } = world;
  const steps: JournalStep[] = [];
  const staged: string[] = [];
  const folders = new Set<string>();
  let current = '';
  try {
    for (const action of [...plan.actions, ...(plan.record === undefined ? [] : [plan.record])]) {
      current = action.path;
      const { path, before, sha256: after } = action;
      if (hashAt(files, `${root}/${path}`) !== before) throw changedMeanwhile(path);
      steps.push({
        action: action.action,
        path,
        ...(before === undefined ? {} : { before }),
        ...(after === undefined ? {} : { after }),
      });
      if (action.text !== undefined) stage.put(path, action.text);
      if (action.action !== 'delete') staged.push(stagedPath(stage.folder, path));
      if (action.action === 'create') continue;
      const backup = backupPath(stage.folder, path);
      if (!folders.has(dirname(backup))) files.makeDirectory(dirname(backup));
      folders.add(dirname(backup));
      if (action.action === 'update') keep(world, path, backup);
    }
    files.sync([...staged, ...nearestFolders(files, staged)]);
  } catch (error) {
    throw asWriteError(error, current, unchanged);
  }
  return steps;
}

/** A second link costs nothing; file systems that have none get a copy. */
function keep({ files, root }: WriteWorld, path: string, backup: string): void {
  try {
    files.link(`${root}/${path}`, backup);
  } catch (error) {
    if (['ENOSPC', 'EDQUOT', 'EROFS'].includes(errnoOf(error) ?? '')) throw error;
    files.write(backup, files.read(`${root}/${path}`));
  }
}

/** Returns how `dist/` stands after a failed write. */
function takeBack(world: WriteWorld, stage: Stage, journal: Journal): string {
  const { files, root } = world;
  try {
    if (files.type(journalPath(root)) === undefined) return unchanged;
    files.rename(journalPath(root), journalPath(root, 'backward'));
    const place = { files, root, stage: stage.folder };
    for (const step of journal.steps.toReversed()) undoStep(place, step);
    settle(place, { ...journal, direction: 'backward' });
    removeJournal(files, root, 'backward');
    return unchanged;
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return 'Taking back what was written failed as well; nothing is lost: the next command does it.';
  }
}

function changedMeanwhile(path: string): UserError {
  return new UserError({
    code: 'dist-changed',
    message: `${path} was changed while keelson was working. ${unchanged}`,
    hint: 'Run the command again.',
    location: { file: path, line: 1, column: 1 },
  });
}
