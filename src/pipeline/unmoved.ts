import type { Git } from '../kernel/index.ts';

/** What people declare with. The rest (package lock, engine) is the tool. */
const declaredFolders = ['platform', 'tenants', 'environments'];

/** More files than this are asked about by their unit's folder: each question is a run of git. */
const mostQuestions = 200;

/**
 * Those of the stale files for which git proves that no declaration moved since the commit that last wrote them, so that only the
 * tool can have changed. Without git, and for a file that was never committed, nothing is proven.
 */
export async function unmovedFiles(git: Git, stale: readonly string[]): Promise<ReadonlySet<string>> {
  const asked = stale.length > mostQuestions ? folderOf : (path: string): string => path;
  const commits = new Map<string, Promise<string | undefined>>();
  const moved = new Map<string, Promise<boolean>>();
  const unmoved = new Set<string>();
  for (const path of stale) {
    const subject = asked(path);
    const asking = commits.get(subject) ?? git.lastCommit(subject);
    commits.set(subject, asking);
    const commit = await asking;
    if (commit === undefined) continue;
    const answer = moved.get(commit) ?? hasMoved(git, commit);
    moved.set(commit, answer);
    if (!(await answer)) unmoved.add(path);
  }
  return unmoved;
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

async function hasMoved(git: Git, commit: string): Promise<boolean> {
  const changed = await git.changedSince(commit, declaredFolders);
  return changed === undefined || changed.length > 0;
}
