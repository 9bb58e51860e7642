import type { ClusterDeclaration, Declaration } from './declarations.ts';
import type { Environments } from './known.ts';
import { quote, where } from './problems.ts';
import type { Problems } from './problems.ts';

/** How a hub's Argo CD reaches its own cluster. */
export const inClusterServer = 'https://kubernetes.default.svc';

/** A hub is a cluster that names itself as hub; any other cluster names one. */
export function checkHub(
  declaration: Declaration<ClusterDeclaration>,
  clusters: ReadonlyMap<string, Declaration<ClusterDeclaration>>,
  environments: Environments,
  problems: Problems,
): void {
  const value = declaration.value;
  if (value.hub === value.name) {
    const tier = environments.get(value.environment)?.noun.tier;
    if (tier !== undefined && tier !== 'management') {
      problems.add(
        'hub-not-in-management',
        declaration.at('/hub'),
        `Cluster ${quote(value.name)} names itself as its hub, but its environment ${quote(value.environment)} is of tier ${quote(tier)}.`,
        'A hub is in an environment of tier `management`; any other cluster names the hub whose Argo CD delivers it.',
      );
    }
    if (value.delivery === undefined) {
      problems.add(
        'hub-without-delivery',
        declaration.declared,
        `Hub ${quote(value.name)} does not say where its Argo CD reads this repository.`,
        "Give it `delivery: { repository: 'https://...git' }`.",
      );
    }
    return;
  }
  if (value.delivery !== undefined) {
    problems.add(
      'delivery-on-workload-cluster',
      declaration.at('/delivery'),
      `Cluster ${quote(value.name)} has \`delivery\`, but it is no hub: its hub is ${quote(value.hub)}.`,
      'Only a hub has `delivery`; remove the field, or let the cluster name itself as `hub`.',
    );
  }
  const hub = clusters.get(value.hub);
  if (hub === undefined) {
    problems.unknown(
      'unknown-hub',
      declaration.at('/hub'),
      `Cluster ${quote(value.name)} is delivered by hub ${quote(value.hub)}, which is not declared.`,
      value.hub,
      [...clusters.values()].filter((other) => other.value.hub === other.value.name).map((other) => other.value.name),
      'A hub is a cluster that names itself as `hub`.',
    );
  } else if (hub.value.hub !== hub.value.name) {
    problems.add(
      'not-a-hub',
      declaration.at('/hub'),
      `Cluster ${quote(value.name)} is delivered by ${quote(value.hub)}, which is no hub: ${where(hub.declared)} names hub ${quote(hub.value.hub)}.`,
      'Name a cluster that names itself as `hub`.',
    );
  }
}

/** Each cluster has a server of its own; only a hub may leave it out. */
export function checkServer(
  declaration: Declaration<ClusterDeclaration>,
  servers: Map<string, Declaration<ClusterDeclaration>>,
  problems: Problems,
): void {
  const value = declaration.value;
  if (value.server === undefined) {
    if (value.hub === value.name) return;
    problems.add(
      'server-missing',
      declaration.declared,
      `Cluster ${quote(value.name)} has no \`server\`.`,
      'Give the URL of its API server; only a hub may leave it out.',
    );
    return;
  }
  if (value.server === inClusterServer && value.hub !== value.name) {
    problems.add(
      'server-is-hub',
      declaration.at('/server'),
      `Cluster ${quote(value.name)} has server ${value.server}, which is its hub's own.`,
      'Give the URL under which the hub reaches this cluster.',
    );
    return;
  }
  const other = servers.get(value.server);
  // Argo CD knows a cluster by its server: two names for one would be one destination, whose project is up to chance.
  if (other === undefined) servers.set(value.server, declaration);
  else if (value.server !== inClusterServer) {
    problems.add(
      'duplicate-server',
      declaration.at('/server'),
      `Cluster ${quote(value.name)} has the same server as ${where(other.declared)}: ${value.server}.`,
      'Each cluster has an API server of its own.',
    );
  }
}
