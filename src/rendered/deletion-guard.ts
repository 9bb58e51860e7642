import { UserError } from '../kernel/index.ts';

/** Files one run may delete unasked: a small unit always, a fifth of a middling platform, never more than a hundred. */
function defaultLimit(owned: number): number {
  return Math.max(10, Math.min(100, Math.floor(owned / 5)));
}

export interface Deletions {
  /** Files to delete, sorted. */
  readonly deleted: readonly string[];
  /** Files of ours in scope, those to delete included. */
  readonly owned: number;
  /** Files that are rendered in scope. */
  readonly rendered: number;
  /** Only selected units were rendered. */
  readonly partial: boolean;
  readonly allowDelete: number | 'all' | undefined;
}

/**
 * Stops a mistake (an empty folder of declarations, a wrong branch) before it deletes a platform. Returns the error
 * `empty-render` or `too-many-deletes`, if any.
 */
export function guardDeletions({ deleted, owned, rendered, partial, allowDelete }: Deletions): UserError | undefined {
  if (rendered === 0 && (!partial || (deleted.length > 0 && allowDelete === undefined))) {
    return new UserError({
      code: 'empty-render',
      message: `Nothing was rendered${partial ? ` for the selected units, and ${count(deleted.length)} would be deleted` : ''}.`,
      hint: partial
        ? `If these units are to have no objects, run again with --allow-delete ${deleted.length}.`
        : 'Check that platform/, tenants/ and environments/ hold their declarations. dist/ is left as it is.',
    });
  }
  const limit = allowDelete ?? defaultLimit(owned);
  if (limit === 'all' || deleted.length <= limit) return undefined;
  return new UserError({
    code: 'too-many-deletes',
    message: `This run would delete ${count(deleted.length)} of ${owned}; it may delete ${limit}. Most of them: ${largest(deleted)}.`,
    hint: `If all of them are to go, run again with --allow-delete ${deleted.length}. dist/ is left as it is.`,
  });
}

function count(files: number): string {
  return files === 1 ? '1 file' : `${files} files`;
}

/** The three folders with most deletions, with their number. */
function largest(paths: readonly string[]): string {
  const byFolder = new Map<string, number>();
  for (const path of paths) {
    const folder = path.slice(0, path.lastIndexOf('/'));
    byFolder.set(folder, (byFolder.get(folder) ?? 0) + 1);
  }
  const sorted = [...byFolder].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return sorted
    .slice(0, 3)
    .map(([folder, files]) => `${folder}/ (${files})`)
    .join(', ');
}
