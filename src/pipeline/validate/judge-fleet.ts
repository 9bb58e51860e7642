import type { Finding } from '../../kernel/index.ts';
import { openWorld, sortObjects } from '../../analysis/index.ts';
import type { SetObject, World as ClusterWorld } from '../../analysis/index.ts';
import { checkSet, unusedOutside } from '../../validate/index.ts';
import type { FileVerdict, SourceFile } from '../../validate/index.ts';
import { clusterId, enginesOf } from './cluster-engines.ts';
import type { BaseObjects, ClusterEngine } from './cluster-engines.ts';
import { clusterOfPath } from './world-units.ts';
import type { World } from './world-units.ts';
import type { ValidateFleetOptions } from './validate-fleet.ts';

/** Takes the files of a fleet, from wherever they come, and asks the rules of their clusters. */
export interface FleetJudge {
  readonly engines: readonly ClusterEngine[];
  /** Cluster (`prod/prod-eu-1`) to Kubernetes version. */
  readonly kubernetes: Readonly<Record<string, string>>;
  /** What is known before any file: clusters that cannot be judged. */
  readonly unknown: readonly FileVerdict[];
  add(file: SourceFile): void;
  /** Once, after the last file. */
  conclude(): FleetVerdict;
}

export interface FleetVerdict {
  readonly verdicts: readonly FileVerdict[];
  /** By name of the cluster. */
  readonly objects: ReadonlyMap<string, readonly SetObject[]>;
  /** One per cluster. */
  readonly worlds: readonly ClusterWorld[];
  /** What is declared to be outside, and nothing refers to. */
  readonly unused: readonly Finding[];
  /** Of the files with findings, for excerpts. */
  readonly texts: ReadonlyMap<string, string>;
}

export function openJudge(world: World, options: ValidateFleetOptions, base?: BaseObjects): FleetJudge {
  const { engines, unknown } = enginesOf(world, options, base);
  const verdicts: FileVerdict[] = [];
  const files = new Map<string, SourceFile>();
  const ids = [...engines.values()].map(
    ({ target }) => [clusterId(target.facts.cluster), `1.${target.minor}`] as const,
  );
  return {
    engines: [...engines.values()],
    kubernetes: Object.fromEntries(ids),
    unknown,
    add(file) {
      const own = engines.get(clusterOfPath(file.path) ?? '');
      if (own === undefined) return;
      files.set(file.path, file);
      if (world.isSelected(file)) verdicts.push(own.engine.checkFile(file));
      else own.others.checkFile(file);
    },
    conclude() {
      const objects = new Map<string, readonly SetObject[]>();
      const worlds: ClusterWorld[] = [];
      for (const [name, cluster] of engines) {
        const there = concludeCluster(cluster, world, verdicts);
        worlds.push(there);
        objects.set(name, there.objects);
      }
      const asked = [...engines.values()].some(({ rules }) => rules.some(({ set }) => set === 'reference'));
      const unused = asked ? unusedOutside(world.loaded.fleet, worlds) : [];
      return { verdicts, objects, worlds, unused, texts: textsOf(verdicts, files) };
    },
  };
}

function concludeCluster(
  { engine, others, target, rules, ruleOptions }: ClusterEngine,
  world: World,
  verdicts: FileVerdict[],
): ClusterWorld {
  const definitions = [...others.takeDefinitions(), ...engine.takeDefinitions()];
  verdicts.push(engine.finish(definitions));
  others.finish(definitions);
  const objects = sortObjects([...engine.takeObjects(), ...others.takeObjects()]);
  const there = openWorld({ minor: target.minor, facts: target.facts, findCustom: engine.findCustom, objects });
  const verdict = checkSet(there, rules, ruleOptions);
  const findings = verdict.findings.filter(
    ({ location }) => location === undefined || world.isSelected({ path: location.file }),
  );
  verdicts.push({ ...verdict, findings });
  return there;
}

function textsOf(
  verdicts: readonly FileVerdict[],
  files: ReadonlyMap<string, SourceFile>,
): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const path of new Set(verdicts.flatMap(({ findings }) => findings.map(({ location }) => location?.file)))) {
    const text = path === undefined ? undefined : files.get(path)?.text;
    if (path !== undefined && text !== undefined)
      texts.set(path, typeof text === 'string' ? text : new TextDecoder().decode(text));
  }
  return texts;
}
