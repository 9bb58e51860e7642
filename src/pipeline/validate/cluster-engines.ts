import { join } from 'node:path';
import type { Files, Location } from '../../kernel/index.ts';
import type { Cluster, Unit } from '../../model/types.ts';
import { loadSchemas, schemaSources } from '../../schema/index.ts';
import { openEngine, selectRules, unknownVersion } from '../../validate/index.ts';
import type { Engine, FileVerdict } from '../../validate/index.ts';
import { findIn } from './check-files.ts';
import { knownMinor } from './kubernetes-version.ts';
import type { ValidateFleetOptions } from './validate-fleet.ts';

export interface ClusterEngine {
  readonly minor: number;
  readonly engine: Engine;
}

export interface ClusterEngines {
  /** By `<environment>/<cluster>`. */
  readonly engines: ReadonlyMap<string, ClusterEngine>;
  /** Of clusters whose version nobody knows: their units are not checked. */
  readonly unknown: readonly FileVerdict[];
}

/** One engine per environment and cluster: each has its own version, and its own custom resource definitions. */
export function enginesOf(
  clusters: readonly Cluster[],
  units: readonly Unit[],
  { rules, next, podSecurity, root, ports }: ValidateFleetOptions,
): ClusterEngines {
  const findCustom = findIn(loadSchemas(ports.files, schemaSources(ports.files, root)));
  const engines = new Map<string, ClusterEngine>();
  const unknown: FileVerdict[] = [];
  for (const id of new Set(units.map(({ ref }) => clusterOf(ref)))) {
    const own = units.map(({ ref }) => ref).filter((ref) => clusterOf(ref) === id);
    const cluster = clusters.find(({ name }) => name === own[0]?.cluster);
    if (cluster === undefined) throw new Error(`the fleet has no cluster ${id}`);
    const minor = knownMinor(cluster.kubernetes);
    if (minor === undefined) unknown.push(unknownVersion(cluster, own, placeOf(cluster, root, ports.files)));
    else {
      const optional = {
        ...(next === undefined ? {} : { next }),
        ...(podSecurity === undefined ? {} : { podSecurity }),
      };
      const engine = openEngine({ target: { minor, ...optional }, rules: selectRules(rules), findCustom });
      engines.set(id, { minor, engine });
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
