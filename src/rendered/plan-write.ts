import { UserError, throwAll } from '../kernel/index.ts';
import type { Files, Git } from '../kernel/index.ts';
import { blockedPaths } from './blocked-paths.ts';
import { guardDeletions } from './deletion-guard.ts';
import { distFolder, isUnitInScope } from './dist-path.ts';
import type { Scope } from './dist-path.ts';
import { handEditDiff } from './hand-edit.ts';
import { isOwned, planRecord, readRecord } from './owned.ts';
import type { FileToWrite, GeneratedFile, HandEditedFile, WritePlan } from './plan.ts';
import { deletion, generatedChange, plannedChange } from './planned-changes.ts';
import { readDist } from './read-dist.ts';
import type { DistFile, DistTree } from './read-dist.ts';
import { stagedPath } from './stage.ts';

export interface WriteToPlan {
  readonly files: Files;
  readonly git: Git;
  /** Absolute. */
  readonly root: string;
  /** All files that the units in scope have: a unit's file that is not among them is pruned. */
  readonly rendered: readonly FileToWrite[];
  readonly generated?: readonly GeneratedFile[];
  /** What `rendered` is complete for; all of `dist/` when left out. */
  readonly scope?: Scope;
  /** How many files may be deleted; else the guard's default. */
  readonly allowDelete?: number | 'all';
  /** Folder of the stage that holds the texts which `rendered` leaves out. */
  readonly stage?: string;
  /** When the caller has read `dist/` in this scope already. */
  readonly tree?: DistTree;
}

/**
 * Decides what a write does; changes nothing. Pruned is only what is ours by header and by HEAD or the record of what
 * was written since; everything else that is not rendered is reported and left. Throws UserErrors: `duplicate-path`,
 * `folder-in-the-way`, `file-in-the-way`, `odd-entry`, `empty-render`, `too-many-deletes`, `dist-is-no-folder`.
 */
export async function planWrite(input: WriteToPlan): Promise<WritePlan> {
  const { files, root, rendered, scope } = input;
  const tree = input.tree ?? readDist(files, root, scope);
  const paths = rendered.map((file) => file.path);
  throwAll([...duplicates(rendered, scope), ...blockedPaths(tree, paths)]);

  const committed = await input.git.filesAtHead(distFolder);
  const ownership = {
    record: readRecord(files, root),
    committed: committed === undefined ? undefined : new Set(committed),
  };
  const lying = new Map(tree.files.map((file) => [file.path, file]));
  const wanted = new Set(paths);
  const others = tree.files.filter((file) => !wanted.has(file.path));
  const pruned = others.filter((file) => isOwned(file, ownership));
  const deleted = pruned.map((file) => file.path);
  const guarded = guardDeletions({
    deleted,
    owned: tree.files.filter((file) => isOwned(file, ownership)).length,
    rendered: rendered.length,
    partial: scope !== undefined,
    allowDelete: input.allowDelete,
  });
  throwAll(guarded === undefined ? [] : [guarded]);

  const changes = rendered.flatMap((file) => plannedChange(file, lying.get(file.path)));
  const gone = new Set(deleted);
  const record = planRecord(files, root, ownership, digests(rendered), deleted);
  return {
    actions: [
      ...changes,
      ...pruned.map(deletion),
      ...(input.generated ?? []).flatMap((file) => generatedChange(files, root, file)),
    ].toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    unchanged: rendered.length - changes.length,
    strays: [
      ...others.filter((file) => file.state !== 'edited' && !gone.has(file.path)).map((file) => file.path),
      ...tree.odd.map((entry) => entry.path),
    ].toSorted(),
    handEdits: [
      ...(await overwrittenEdits(input, lying)),
      ...others.filter((file) => file.state === 'edited').map(leftEdit),
    ].toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    ...(record === undefined ? {} : { record }),
  };
}

function digests(rendered: readonly FileToWrite[]): ReadonlyMap<string, string> {
  return new Map(rendered.map((file) => [file.path, file.sha256]));
}

/** Two objects at one path, on a file system that ignores case too. */
function duplicates(rendered: readonly FileToWrite[], scope: Scope): readonly UserError[] {
  const seen = new Map<string, FileToWrite>();
  const errors: UserError[] = [];
  for (const file of rendered) {
    if (!isUnitInScope(file.unit, scope)) throw new Error(`${file.path} is rendered outside the scope of this run`);
    const other = seen.get(file.path.toLowerCase());
    if (other !== undefined) {
      errors.push(
        new UserError({
          code: 'duplicate-path',
          message: `Two objects of ${file.unit} would be written to ${file.path}${other.path === file.path ? '' : ` (and ${other.path})`}.`,
          hint: 'An object may occur once in a unit, and two kinds of one group may not differ in case alone: rename or drop one.',
          location: { file: file.path, line: 1, column: 1 },
        }),
      );
    }
    seen.set(file.path.toLowerCase(), file);
  }
  return errors;
}

async function overwrittenEdits(
  { files, root, rendered, stage }: WriteToPlan,
  lying: ReadonlyMap<string, DistFile>,
): Promise<readonly HandEditedFile[]> {
  const edits: HandEditedFile[] = [];
  for (const file of rendered) {
    const found = lying.get(file.path);
    if (found === undefined || found.state === 'intact' || found.sha256 === file.sha256) continue;
    const text = file.text ?? (stage === undefined ? undefined : files.read(stagedPath(stage, file.path)).toString());
    if (text === undefined) throw new Error(`${file.path} has neither text nor stage`);
    const diff = await handEditDiff(file.path, text, files.read(`${root}/${file.path}`).toString());
    edits.push({ path: file.path, because: found.because ?? 'no-header', overwritten: true, diff });
  }
  return edits;
}

function leftEdit(file: DistFile): HandEditedFile {
  return { path: file.path, because: file.because ?? 'content', overwritten: false };
}
