import { openWorld, sortObjects } from '../analysis/index.ts';
import type { SourceFile } from '../analysis/index.ts';
import { checkSet } from './check-set.ts';
import { openEngine } from './engine.ts';
import type { Engine, EngineOptions, FileVerdict } from './engine.ts';
import { mergeVerdicts } from './merge-verdicts.ts';

/** Asks all rules about the files of one cluster, in this thread. */
export function judge(files: readonly SourceFile[], options: EngineOptions): FileVerdict {
  const engine = openEngine(options);
  const verdicts = files.map((file) => engine.checkFile(file));
  return mergeVerdicts([...verdicts, ...concludeWith(engine, options)]);
}

/** What is left once every file was read: objects that waited for definitions, and rules about the set. */
function concludeWith(
  engine: Engine,
  { target, rules, ruleOptions, findCustom }: EngineOptions,
): readonly FileVerdict[] {
  const rest = engine.finish(engine.takeDefinitions());
  const objects = sortObjects(engine.takeObjects());
  const world = openWorld({
    minor: target.minor,
    ...(target.facts === undefined ? {} : { facts: target.facts }),
    findCustom,
    objects,
  });
  return [rest, checkSet(world, rules, ruleOptions)];
}
