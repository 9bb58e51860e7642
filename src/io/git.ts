import { UserError } from '../kernel/index.ts';
import type { Git } from '../kernel/index.ts';
import { readBlobs } from './git-blobs.ts';

type Run = (args: readonly string[]) => Promise<string | undefined>;

function lines(output: string): readonly string[] {
  return output.split('\0').filter((path) => path !== '');
}

/** Git says no for three reasons: there is nothing to say (no repository, no such commit or file), or it must not look. */
function refuse(error: unknown): undefined {
  const text = error instanceof Error ? error.message : String(error);
  // The setting's name is never translated, unlike the sentence around it.
  if (!text.includes('safe.directory')) return undefined;
  throw new UserError({
    code: 'git-refused',
    message: `git does not read this repository: ${text.trim().split('\n')[0] ?? ''}`,
    hint: 'The folder belongs to another user. Run keelson as that user, or `git config --global --add safe.directory <folder>`.',
  });
}

/** Git about the repository that holds `root`; paths are relative to `root`, also when that is a folder inside the repository. */
export function nodeGit(root: string): Git {
  let opened: Promise<Run> | undefined;

  async function open(): Promise<Run> {
    const { simpleGit } = await import('simple-git');
    const git = simpleGit({ baseDir: root, maxConcurrentProcesses: 2 });
    return (args) => git.raw([...args]).catch(refuse);
  }

  async function run(args: readonly string[]): Promise<string | undefined> {
    opened ??= open();
    return (await opened)(args);
  }

  async function head(): Promise<string | undefined> {
    const output = await run(['rev-parse', '--verify', '--quiet', 'HEAD']);
    return output === undefined || output.trim() === '' ? undefined : output.trim();
  }

  return {
    head,
    async filesAtHead(path) {
      if ((await head()) === undefined) return undefined;
      const output = await run(['ls-tree', '-r', '--name-only', '-z', 'HEAD', '--', path]);
      return output === undefined ? undefined : lines(output);
    },
    show: (commit, path) => run(['show', `${commit}:./${path}`]),
    async resolve(ref) {
      // After the mark nothing is an option, whatever it begins with.
      const output = await run(['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
      return output === undefined || output.trim() === '' ? undefined : output.trim();
    },
    async mergeBase(one, other) {
      const output = await run(['merge-base', one, other]);
      return output === undefined || output.trim() === '' ? undefined : output.trim();
    },
    async isShallow() {
      const output = await run(['rev-parse', '--is-shallow-repository']);
      return output === undefined ? undefined : output.trim() === 'true';
    },
    async filesAt(commit, path) {
      const output = await run(['ls-tree', '-r', '-z', commit, '--', path]);
      const blobs = lines(output ?? '').flatMap((entry) => {
        const [, mode, id, name] = /^(\d+) blob ([0-9a-f]+)\t([\s\S]*)$/.exec(entry) ?? [];
        return id === undefined || name === undefined || mode === '120000' ? [] : [{ id, path: name }];
      });
      const datas = await readBlobs(
        root,
        blobs.map(({ id }) => id),
      );
      return blobs
        .map((blob, index) => ({ path: blob.path, data: datas[index] ?? new Uint8Array() }))
        .toSorted((a, b) => (a.path < b.path ? -1 : 1));
    },
    async lastCommit(path) {
      const output = await run(['log', '-1', '--format=%H', '--', path]);
      return output === undefined || output.trim() === '' ? undefined : output.trim();
    },
    async changedSince(commit, paths) {
      const changed = await run(['diff', '--name-only', '--relative', '-z', commit, '--', ...paths]);
      const untracked = await run(['ls-files', '--others', '--exclude-standard', '-z', '--', ...paths]);
      if (changed === undefined || untracked === undefined) return undefined;
      return [...new Set([...lines(changed), ...lines(untracked)])].toSorted();
    },
  };
}
