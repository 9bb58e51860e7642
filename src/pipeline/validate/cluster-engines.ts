import { join } from 'node:path';
import type { Files, Location } from '../../kernel/index.ts';
import type { Cluster, Fleet, Unit } from '../../model/types.ts';
import { loadSchemas, schemaSources } from '../../schema/index.ts';
import { openEngine, selectRules, unknownVersion } from '../../validate/index.ts';
import type { Engine, FileVerdict, Rule, Target } from '../../validate/index.ts';
import type { ClusterFacts } from '../../analysis/index.ts';
import { findIn } from './check-files.ts';
import { knownMinor } from './kubernetes-version.ts';
import type { ValidateFleetOptions } from './validate-fleet.ts';

export interface ClusterEngine {
  readonly target: Target & { readonly facts: ClusterFacts };
  readonly engine: Engine;
  readonly rules: readonly Rule[];
}

export interface ClusterEngines {
  /** By `<environment>/<cluster>`. */
  readonly engines: ReadonlyMap<string, ClusterEngine>;
  /** Of clusters whose version nobody knows: their units are not checked. */
  readonly unknown: readonly FileVerdict[];
}

/** One engine per environment and cluster: each has its own version, and its own custom resource definitions. */
export function enginesOf(
  fleet: Fleet,
  units: readonly Unit[],
  { rules, next, podSecurity, root, ports }: ValidateFleetOptions,
): ClusterEngines {
  const findCustom = findIn(loadSchemas(ports.files, schemaSources(ports.files, root)));
  const engines = new Map<string, ClusterEngine>();
  const unknown: FileVerdict[] = [];
  for (const id of new Set(units.map(({ ref }) => clusterOf(ref)))) {
    const own = units.map(({ ref }) => ref).filter((ref) => clusterOf(ref) === id);
    const cluster = fleet.clusters.find(({ name }) => name === own[0]?.cluster);
    const environment = fleet.environments.find(({ name }) => name === cluster?.environment);
    if (cluster === undefined || environment === undefined) throw new Error(`the fleet has no cluster ${id}`);
    const minor = knownMinor(cluster.kubernetes);
    if (minor === undefined) unknown.push(unknownVersion(cluster, own, placeOf(cluster, root, ports.files)));
    else {
      const target = {
        minor,
        ...(next === undefined ? {} : { next }),
        ...(podSecurity === undefined ? {} : { podSecurity }),
        tier: environment.tier,
        facts: { fleet, environment, cluster },
      };
      const chosen = selectRules({ names: rules, tier: environment.tier });
      engines.set(id, { target, engine: openEngine({ target, rules: chosen, findCustom }), rules: chosen });
    }
  }
  return { engines, unknown };
}

export function clusterOf({ environment, cluster }: Unit['ref']): string {
  return `${environment}/${cluster}`;
}

/** The usual file of a cluster's declaration; undefined when it is declared elsewhere. */
function placeOf({ environment, name }: Cluster, root: string, files: Files): Location | undefined {
  const usual = ['ts', 'yaml', 'yml'].map((end) => `environments/${environment}/${name}.${end}`);
  const file = usual.find((path) => files.type(join(root, path)) === 'file');
  return file === undefined ? undefined : { file, line: 1, column: 1 };
}
