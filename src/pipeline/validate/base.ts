import { objectKey, UserError } from '../../kernel/index.ts';
import type { Finding, Git } from '../../kernel/index.ts';
import { unitFromId, unitOfPath } from '../../rendered/index.ts';
import { mergeVerdicts } from '../../validate/index.ts';
import type { Manifest, SourceFile } from '../../validate/index.ts';
import type { BaseObjects } from './cluster-engines.ts';
import { waive } from './fleet-policy.ts';
import { openJudge } from './judge-fleet.ts';
import type { ValidateFleetOptions } from './validate-fleet.ts';
import { isManifestPath } from './world-units.ts';
import type { World } from './world-units.ts';

/** What `dist/` held where HEAD left another branch, judged by today's rules and for today's clusters. */
export interface Base {
  readonly ref: string;
  readonly commit: string;
  readonly findings: readonly Finding[];
  readonly objects: BaseObjects;
}

export async function readBase(ref: string, world: World, options: ValidateFleetOptions): Promise<Base> {
  const { git } = options.ports;
  const commit = await mergeBase(git, ref);
  options.progress?.({ stage: 'base', done: 0 });
  const files = await git.filesAt(commit, 'dist');
  if (files.length === 0) throw noDist(ref, commit);
  const judge = openJudge(world, options);
  for (const { path, data } of files) {
    if (isManifestPath(path)) judge.add(sourceOf(path, data));
  }
  const { verdicts, objects, unused } = judge.conclude();
  const { findings, notChecked } = mergeVerdicts(verdicts);
  return {
    ref,
    commit,
    // Also what is wrong with the waivers: one that this branch leaves without a use is new.
    findings: waive(
      [...findings, ...unused],
      world.loaded,
      { units: world.units, names: options.rules, notChecked },
      options,
    ),
    objects: new Map(
      [...objects].map(([cluster, own]) => [
        cluster,
        new Map(own.map(({ ref: object, manifest }): [string, Manifest] => [objectKey(object), manifest])),
      ]),
    ),
  };
}

/** The declaration's line is nobody's business there: only what was found counts. */
function sourceOf(path: string, text: Uint8Array): SourceFile {
  const id = unitOfPath(path);
  if (id === undefined) return { path, text };
  const unit = unitFromId(id);
  return { path, text, origin: { unit, declared: { file: path, line: 1, column: 1, symbol: unit.name } } };
}

async function mergeBase(git: Git, ref: string): Promise<string> {
  const head = await git.head();
  if (head === undefined) {
    throw new UserError({
      code: 'no-repository',
      message: `--base ${ref}: this folder is in no git repository, or nothing was committed yet`,
      hint: 'Run it in a clone, or leave --base out: then everything that is found is reported.',
    });
  }
  const commit = await git.resolve(ref);
  const base = commit === undefined ? undefined : await git.mergeBase(commit, head);
  if (base !== undefined) return base;
  if ((await git.isShallow()) === true) {
    throw new UserError({
      code: 'shallow-clone',
      message: `--base ${ref}: only a part of the history is here, so the commit that HEAD left ${ref} at is not known`,
      hint: 'Run `git fetch --unshallow` (and fetch the branch); in GitHub Actions, give actions/checkout `fetch-depth: 0`.',
    });
  }
  if (commit === undefined) {
    throw new UserError({
      code: 'unknown-ref',
      message: `--base: git knows no commit "${ref}"`,
      hint: 'Give a branch, tag or commit, for example origin/main, and fetch it first. To compare files, give PATHS, too.',
    });
  }
  throw new UserError({
    code: 'no-merge-base',
    message: `--base ${ref}: HEAD and ${ref} have no commit in common`,
    hint: 'Give a branch that HEAD was made from.',
  });
}

function noDist(ref: string, commit: string): UserError {
  return new UserError({
    code: 'no-dist-at-base',
    message: `--base ${ref}: there is no dist/ in commit ${commit.slice(0, 12)}, where HEAD left ${ref}`,
    hint: 'Leave --base out until dist/ is committed there.',
  });
}
