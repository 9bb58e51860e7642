import type { Declared } from '../kernel/index.ts';
import type { NetworkPeer } from './declarations.ts';
import type { ResolvedPeer } from './fleet.ts';
import type { Namespaces } from './namespaces.ts';
import type { Placement } from './placement.ts';
import { quote, where } from './problems.ts';
import type { Problems } from './problems.ts';
import type { TenantWithChain } from './tenants.ts';
import { isOrgUnit } from './tenants.ts';

/** Tenants by name, and the environments in which each is placed. */
export interface Peers {
  readonly tenants: ReadonlyMap<string, TenantWithChain>;
  readonly environments: ReadonlyMap<string, readonly string[]>;
  readonly namespaces: Namespaces;
}

/** Says once per peer what is wrong with it, whatever the number of environments; a peer must share one of them at least. */
export function checkPeers(tenant: TenantWithChain, peers: Peers, problems: Problems): void {
  const network = tenant.declaration.value.network;
  for (const list of ['ingressFrom', 'egressTo'] as const) {
    for (const [index, peer] of (network?.[list] ?? []).entries()) {
      checkPeer(tenant, peer, tenant.declaration.at(`/network/${list}/${index}`), peers, problems);
    }
  }
}

function checkPeer(tenant: TenantWithChain, peer: NetworkPeer, at: Declared, peers: Peers, problems: Problems): void {
  if ((peer.tenant === undefined) === (peer.cidr === undefined)) {
    problems.add(
      'peer-invalid',
      at,
      `A network peer of tenant ${quote(tenant.name)} names ${peer.tenant === undefined ? 'neither a tenant nor a CIDR' : 'both a tenant and a CIDR'}.`,
      'Give exactly one of `tenant` and `cidr`.',
    );
  }
  if (peer.tenant === undefined) return;
  const other = peers.tenants.get(peer.tenant);
  if (other === undefined || isOrgUnit(other.declaration)) {
    const known = [...peers.tenants.values()].filter((entry) => !isOrgUnit(entry.declaration)).map(({ name }) => name);
    problems.unknown(
      'unknown-tenant',
      at,
      `Tenant ${quote(tenant.name)} names network peer ${quote(peer.tenant)}, which is ${other === undefined ? 'not declared' : 'an organisation unit'}.`,
      peer.tenant,
      known.filter((name) => name !== tenant.name),
      'A peer is another tenant.',
    );
    return;
  }
  const own = peers.environments.get(tenant.name) ?? [];
  const theirs = peers.environments.get(peer.tenant) ?? [];
  if (own.length === 0 || own.some((environment) => theirs.includes(environment))) return;
  problems.add(
    'peer-elsewhere',
    at,
    `Tenant ${quote(tenant.name)} names network peer ${quote(peer.tenant)}, but the two share no environment: ${where(other.declaration.declared)} is in ${theirs.map(quote).join(', ') || 'none'}.`,
    `Place the peer in one of ${own.map(quote).join(', ')}, or remove it here.`,
  );
}

/** The peers of one environment, with the namespaces of tenants filled in; one that is not placed there has nothing to reach. */
export function peersIn(
  list: readonly NetworkPeer[] | undefined,
  { environment }: Placement,
  peers: Peers,
): readonly ResolvedPeer[] {
  return (list ?? []).flatMap((peer) => {
    if (peer.tenant === undefined) return [peer];
    const namespaces = peers.namespaces.of(peer.tenant, environment.noun.name);
    return namespaces.length === 0 ? [] : [{ ...peer, namespaces }];
  });
}
