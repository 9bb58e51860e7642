import type { ClusterDeclaration, Declaration, Declarations } from './declarations.ts';
import type { Cluster } from './fleet.ts';
import { frozenJson } from './frozen.ts';
import { checkHub, checkServer, inClusterServer } from './hubs.ts';
import { checkJson } from './json-fields.ts';
import type { Clusters, Environments, KnownCluster } from './known.ts';
import { sortedRecord } from './order.ts';
import { quote } from './problems.ts';
import type { Problems } from './problems.ts';
import { indexByName } from './unique.ts';

/** Clusters of known environments with their hubs; one whose environment is unknown is an error and left out. */
export function resolveClusters(declarations: Declarations, environments: Environments, problems: Problems): Clusters {
  const found = new Map<string, KnownCluster>();
  const byName = indexByName('Cluster', declarations.clusters, (value) => value.name, problems);
  const servers = new Map<string, Declaration<ClusterDeclaration>>();
  for (const [name, declaration] of byName) {
    const value = declaration.value;
    checkJson(declaration, '/extensions', value.extensions, problems);
    checkJson(declaration, '/provides', value.provides, problems);
    checkHub(declaration, byName, environments, problems);
    checkServer(declaration, servers, problems);
    if (environments.has(value.environment)) {
      found.set(name, { noun: frozenJson(clusterOf(value)), declaration });
      continue;
    }
    problems.unknown(
      'unknown-environment',
      declaration.at('/environment'),
      `Cluster ${quote(name)} belongs to environment ${quote(value.environment)}, which is not declared.`,
      value.environment,
      environments.keys(),
      'An environment is declared in `environments/<name>/environment.ts`.',
    );
  }
  return found;
}

function clusterOf(value: ClusterDeclaration): Cluster {
  const { capacity, delivery } = value;
  return {
    name: value.name,
    environment: value.environment,
    hub: value.hub,
    isHub: value.hub === value.name,
    provider: value.provider,
    kubernetes: value.kubernetes,
    server: value.server ?? inClusterServer,
    labels: sortedRecord(Object.entries(value.labels ?? {})),
    ...(capacity === undefined ? {} : { capacity: { ...capacity, overcommit: capacity.overcommit ?? 1 } }),
    network: {
      cidrs: value.network?.cidrs ?? {},
      ...(value.network?.cni === undefined ? {} : { cni: value.network.cni }),
    },
    ...(delivery === undefined
      ? {}
      : {
          delivery: {
            repository: delivery.repository,
            revision: delivery.revision ?? 'HEAD',
            namespace: delivery.namespace ?? 'argocd',
          },
        }),
    extensions: value.extensions ?? {},
  };
}
