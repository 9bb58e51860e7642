import { openWorld, sortObjects } from '../../analysis/index.ts';
import type { Finding } from '../../kernel/index.ts';
import type { Cluster, Environment } from '../../model/types.ts';
import { loadSchemas, schemaSources } from '../../schema/index.ts';
import { checkSet, openEngine, optionsIn } from '../../validate/index.ts';
import type { FindCustomKind } from '../../validate/index.ts';
import type { LoadedFleet } from '../load-fleet.ts';
import type { PipelineOptions } from '../types.ts';
import { findIn } from '../validate/check-files.ts';
import { rulesForTier } from '../validate/fleet-policy.ts';
import { lazyObject, sourceOf } from './gate-file.ts';
import type { GateFile } from './gate-file.ts';

/** What the judgement of a cluster as a whole needs. */
export interface ClusterToJudge {
  readonly loaded: LoadedFleet;
  readonly cluster: Cluster;
  readonly minor: number;
  /** All that the cluster gets. */
  readonly files: readonly GateFile[];
}

/** Schemas that were pulled, opened when the first custom resource asks. */
export function pulledSchemas({ root, ports }: PipelineOptions): FindCustomKind {
  let find: FindCustomKind | undefined;
  return (apiVersion, kind) => {
    find ??= findIn(loadSchemas(ports.files, schemaSources(ports.files, root)));
    return find(apiVersion, kind);
  };
}

/** What an API server would refuse of objects of kinds that are not built in, by the definitions that the cluster gets. */
export function judgeCustom(
  customs: readonly GateFile[],
  { loaded, cluster, minor, files }: ClusterToJudge,
  findCustom: FindCustomKind,
): readonly Finding[] {
  if (customs.length === 0) return [];
  const { settings } = loaded.fleet.policy;
  const rules = rulesForTier(loaded, ['api-server'], environmentOf(loaded, cluster).tier);
  const engine = openEngine({ target: { minor }, rules, ruleOptions: optionsIn(settings), findCustom });
  const reader = openEngine({ target: { minor }, rules: [] });
  const groups = new Set(customs.map(({ object }) => object.group));
  for (const file of files) {
    const { kind, name } = file.object;
    // A definition is named `<plural>.<group>`; only those that are asked for are read.
    if (kind === 'CustomResourceDefinition' && groups.has(name.slice(name.indexOf('.') + 1))) {
      reader.checkFile(sourceOf(file));
    }
  }
  const findings = customs.flatMap((file) => engine.checkFile(sourceOf(file)).findings);
  findings.push(...engine.finish(reader.takeDefinitions()).findings);
  return findings.filter(({ severity }) => severity === 'error');
}

/** What is there twice. */
export function judgeIdentity({ loaded, cluster, minor, files }: ClusterToJudge): readonly Finding[] {
  const { fleet } = loaded;
  const environment = environmentOf(loaded, cluster);
  const objects = sortObjects(files.map((file) => lazyObject(file, minor)));
  const world = openWorld({ minor, facts: { fleet, environment, cluster }, objects });
  const rules = rulesForTier(loaded, ['identity'], environment.tier);
  const { findings } = checkSet(world, rules, optionsIn(fleet.policy.settings));
  return findings.filter(({ severity }) => severity === 'error');
}

function environmentOf({ fleet }: LoadedFleet, cluster: Cluster): Environment {
  const environment = fleet.environments.find(({ name }) => name === cluster.environment);
  if (environment === undefined) throw new Error(`the fleet has no environment ${cluster.environment}`);
  return environment;
}
