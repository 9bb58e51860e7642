import { availableParallelism } from 'node:os';
import type { Files } from '../../kernel/index.ts';
import { parseApiVersion } from '../../kernel/index.ts';
import { loadSchemas } from '../../schema/index.ts';
import type { SchemaSources, SchemaStore } from '../../schema/index.ts';
import type { SetObject } from '../../analysis/index.ts';
import { openEngine, selectRules, unreadableFile } from '../../validate/index.ts';
import type { Engine, FileVerdict, FindCustomKind, Manifest, SourceFile, Target } from '../../validate/index.ts';
import { checkInWorkers } from './check-pool.ts';
import type { ManifestPath } from './find-manifests.ts';

/** What to check with. Plain data: workers are started with it. */
export interface CheckSetup {
  readonly target: Target;
  /** Names of rules and rule sets. */
  readonly rules: readonly string[];
  /** The objects that are replaced, by `objectKey`. */
  readonly base?: ReadonlyMap<string, Manifest>;
  readonly schemas?: SchemaSources;
}

export interface CheckRequest {
  readonly setup: CheckSetup;
  readonly paths: readonly ManifestPath[];
  /** Texts that lie in no file: stdin. */
  readonly texts: readonly SourceFile[];
  readonly files: Files;
  /** How many threads check; 0 checks in this one. Default: by the number of files and processors. */
  readonly workers?: number;
  readonly progress: (done: number) => void;
}

/** Below this many files a thread's start costs more than it saves. */
const fewFiles = 600;
const mostWorkers = 8;

export function engineFor({ target, rules, base, schemas }: CheckSetup, files: Files): Engine {
  return openEngine({
    target,
    rules: selectRules({ names: rules, tier: target.tier, plain: true }),
    ...(base === undefined ? {} : { base }),
    ...(schemas === undefined ? {} : { findCustom: findIn(loadSchemas(files, schemas)) }),
  });
}

export function findIn(store: SchemaStore): FindCustomKind {
  return (apiVersion, kind) => {
    const { group, version } = parseApiVersion(apiVersion);
    return store.find(group, version, kind);
  };
}

/** What the files said one by one, and the objects in them, for rules about all of them together. Both come in any order. */
export interface CheckedFiles {
  readonly verdicts: readonly FileVerdict[];
  readonly objects: readonly SetObject[];
}

export async function checkFiles(request: CheckRequest): Promise<CheckedFiles> {
  const { setup, paths, texts, files, progress } = request;
  const workers = request.workers ?? (paths.length < fewFiles ? 0 : Math.min(mostWorkers, availableParallelism()));
  if (workers > 0 && texts.length === 0) return await checkInWorkers(request, workers);
  const engine = engineFor(setup, files);
  const verdicts = texts.map((text) => engine.checkFile(text));
  for (const [index, path] of paths.entries()) {
    verdicts.push(checkPath(engine, files, path));
    if (index % 64 === 63) progress(index + 1);
  }
  verdicts.push(engine.finish(engine.takeDefinitions()));
  return { verdicts, objects: engine.takeObjects() };
}

export function checkPath(engine: Engine, files: Files, { absolute, shown }: ManifestPath): FileVerdict {
  let text: Uint8Array;
  try {
    text = files.read(absolute);
  } catch (error) {
    return unreadableFile(shown, (error as NodeJS.ErrnoException).code ?? String(error));
  }
  return engine.checkFile({ path: shown, text });
}
