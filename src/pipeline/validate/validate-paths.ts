import { objectKey, throwAll, UserError } from '../../kernel/index.ts';
import type { Files } from '../../kernel/index.ts';
import type { OutsideObject } from '../../model/types.ts';
import { openWorld, sortObjects } from '../../analysis/index.ts';
import type { WorldOptions } from '../../analysis/index.ts';
import { checkSet, coverageOf, fileRules, mergeVerdicts, readFile, selectRules, viewOf } from '../../validate/index.ts';
import type { Manifest, Target, Validation } from '../../validate/index.ts';
import { loadSchemas } from '../../schema/index.ts';
import type { SchemaSources } from '../../schema/index.ts';
import type { Progress } from '../types.ts';
import { checkFiles, findIn } from './check-files.ts';
import { cannotRead, findManifests } from './find-manifests.ts';

export interface ValidatePathsOptions {
  readonly files: Files;
  /** Absolute: relative paths are seen from here. */
  readonly directory: string;
  /** Files and folders. */
  readonly paths: readonly string[];
  /** What came on stdin, when `-` was among the paths. */
  readonly stdin?: Uint8Array;
  /** Files and folders of the objects that are replaced. */
  readonly base?: readonly string[];
  /** Where schemas of custom kinds are looked for, after the definitions among the manifests. */
  readonly schemas?: SchemaSources;
  /** What is there without being in the files. */
  readonly outside?: readonly OutsideObject[];
  readonly target: Target;
  /** Names of rules and rule sets. */
  readonly rules: readonly string[];
  readonly workers?: number;
  readonly progress?: Progress;
}

/** Judges any files of manifests, without a repository around them. Throws a UserError for paths that are not there. */
export async function validatePaths(options: ValidatePathsOptions): Promise<Validation> {
  const { files, directory, target, rules, progress } = options;
  const paths = findManifests(files, options.paths, directory);
  if (paths.length === 0 && options.stdin === undefined) throw noManifests(options.paths);
  const base = options.base === undefined ? undefined : readBase(files, options.base, directory, target);
  progress?.({ stage: 'check', done: 0, total: paths.length });
  const { verdicts, objects } = await checkFiles({
    setup: {
      target,
      rules,
      ...(base === undefined ? {} : { base }),
      ...(options.schemas === undefined ? {} : { schemas: options.schemas }),
    },
    paths,
    texts: options.stdin === undefined ? [] : [{ path: 'stdin', text: options.stdin }],
    files,
    // A base would have to be sent to every thread.
    ...(base === undefined ? (options.workers === undefined ? {} : { workers: options.workers }) : { workers: 0 }),
    progress: (done) => progress?.({ stage: 'check', done, total: paths.length }),
  });
  const chosen = selectRules({ names: rules, tier: target.tier, plain: true });
  const { outside = [] } = options;
  const world = openWorld({ minor: target.minor, objects: sortObjects(objects), outside, ...customIn(options) });
  const verdict = mergeVerdicts([...verdicts, checkSet(world, chosen)]);
  const ran = [...fileRules, ...chosen];
  return {
    findings: verdict.findings,
    objects: verdict.objects,
    units: 0,
    ...(options.stdin === undefined ? {} : { texts: new Map([['stdin', new TextDecoder().decode(options.stdin)]]) }),
    rules: ran,
    coverage: coverageOf(
      { rules: ran.length, profile: rules.join(','), kubernetes: { '*': `1.${target.minor}` } },
      verdict,
    ),
  };
}

function customIn({ files, schemas }: ValidatePathsOptions): Pick<WorldOptions, 'findCustom'> {
  return schemas === undefined ? {} : { findCustom: findIn(loadSchemas(files, schemas)) };
}

/** The replaced objects by identity. What cannot be read there would turn updates into new objects, so it is an error of the call. */
function readBase(
  files: Files,
  paths: readonly string[],
  directory: string,
  target: Target,
): ReadonlyMap<string, Manifest> {
  const base = new Map<string, Manifest>();
  const errors: UserError[] = [];
  for (const { absolute, shown } of findManifests(files, paths, directory)) {
    let text: Uint8Array;
    try {
      text = files.read(absolute);
    } catch (error) {
      errors.push(cannotRead(shown, error));
      continue;
    }
    const read = readFile({ path: shown, text });
    errors.push(...read.errors);
    for (const manifest of read.manifests) {
      const ref = viewOf(manifest, { target })?.ref;
      if (ref !== undefined) base.set(objectKey(ref), manifest);
    }
  }
  throwAll(errors);
  return base;
}

function noManifests(paths: readonly string[]): UserError {
  return new UserError({
    code: 'no-manifests',
    message: `${paths.join(', ')}: there is no manifest`,
    hint: 'Below a folder, files that end in .yaml, .yml and .json are read; hidden folders and node_modules are left out.',
  });
}
