import { join } from 'node:path';
import type { Files, Location } from '../../kernel/index.ts';
import type { Cluster } from '../../model/types.ts';
import { loadSchemas, schemaSources } from '../../schema/index.ts';
import { isSetRule, openEngine, optionsIn, unknownVersion } from '../../validate/index.ts';
import type { Engine, FileVerdict, Manifest, Rule, RuleOptions, Target } from '../../validate/index.ts';
import type { ClusterFacts } from '../../analysis/index.ts';
import { findIn } from './check-files.ts';
import { rulesForTier } from './fleet-policy.ts';
import { knownMinor } from './kubernetes-version.ts';
import type { ValidateFleetOptions } from './validate-fleet.ts';
import type { World } from './world-units.ts';

export interface ClusterEngine {
  readonly target: Target & { readonly facts: ClusterFacts };
  /** For the selected units. */
  readonly engine: Engine;
  /** For the cluster's other units: they are what the selected ones refer to, and are not judged themselves. */
  readonly others: Engine;
  readonly rules: readonly Rule[];
  readonly ruleOptions: RuleOptions;
}

export interface ClusterEngines {
  /** By name of the cluster. */
  readonly engines: ReadonlyMap<string, ClusterEngine>;
  /** Of clusters whose version nobody knows: their units are not checked. */
  readonly unknown: readonly FileVerdict[];
}

/** The objects that are replaced, by name of the cluster and `objectKey`. */
export type BaseObjects = ReadonlyMap<string, ReadonlyMap<string, Manifest>>;

/** One engine per cluster: each has its own version, and its own custom resource definitions. */
export function enginesOf(
  { loaded, units, clusters }: World,
  { rules, next, podSecurity, root, ports }: ValidateFleetOptions,
  base?: BaseObjects,
): ClusterEngines {
  const findCustom = findIn(loadSchemas(ports.files, schemaSources(ports.files, root)));
  const { fleet } = loaded;
  const ruleOptions = optionsIn(fleet.policy.settings);
  const engines = new Map<string, ClusterEngine>();
  const unknown: FileVerdict[] = [];
  for (const cluster of clusters) {
    const environment = fleet.environments.find(({ name }) => name === cluster.environment);
    if (environment === undefined) throw new Error(`the fleet has no environment ${cluster.environment}`);
    const minor = knownMinor(cluster.kubernetes);
    if (minor === undefined) {
      const own = units.map(({ ref }) => ref).filter((ref) => ref.cluster === cluster.name);
      unknown.push(unknownVersion(cluster, own, placeOf(cluster, root, ports.files)));
      continue;
    }
    const target = {
      minor,
      ...(next === undefined ? {} : { next }),
      ...(podSecurity === undefined ? {} : { podSecurity }),
      tier: environment.tier,
      facts: { fleet, environment, cluster, today: new Date(ports.clock.now()).toISOString().slice(0, 10) },
    };
    const chosen = rulesForTier(loaded, rules, environment.tier);
    const own = base?.get(cluster.name);
    const shared = { target, findCustom, ruleOptions, keepsObjects: true };
    engines.set(cluster.name, {
      target,
      engine: openEngine({ ...shared, rules: chosen, ...(own === undefined ? {} : { base: own }) }),
      others: openEngine({ ...shared, rules: chosen.filter((rule) => isSetRule(rule)) }),
      rules: chosen,
      ruleOptions,
    });
  }
  return { engines, unknown };
}

/** How reports name a cluster: a hub's units stand in the folders of all environments that it delivers. */
export function clusterId({ environment, name }: Cluster): string {
  return `${environment}/${name}`;
}

/** The usual file of a cluster's declaration; undefined when it is declared elsewhere. */
export function placeOf({ environment, name }: Cluster, root: string, files: Files): Location | undefined {
  const usual = ['ts', 'yaml', 'yml'].map((end) => `environments/${environment}/${name}.${end}`);
  const file = usual.find((path) => files.type(join(root, path)) === 'file');
  return file === undefined ? undefined : { file, line: 1, column: 1 };
}
