import type { Declared } from '../kernel/index.ts';
import type { AccessGroups } from './declarations.ts';
import type { Tenant } from './fleet.ts';
import type { KnownCluster, KnownEnvironment } from './known.ts';
import { sortedUnique } from './order.ts';
import type { PlacedUnit } from './placed-unit.ts';
import type { DeliveryInput } from './unit-input.ts';

/** What a tenant's project allows in one environment. */
export interface TenantProject {
  readonly view: Tenant;
  readonly declared: Declared;
  readonly deletion: 'retain' | 'cascade';
}

/** An environment as one hub delivers it. */
export interface Place {
  readonly environment: KnownEnvironment;
  readonly hub: KnownCluster;
  /** Those of the environment that the hub delivers. */
  readonly clusters: readonly KnownCluster[];
}

/** Who owns what a delivery unit delivers, and what its project allows. */
export interface Owner {
  readonly name: string;
  readonly tenant?: string;
  readonly description: string;
  readonly declared: Declared;
  readonly delivered: readonly PlacedUnit[];
  readonly repositories: readonly string[];
  readonly destinations: DeliveryInput['project']['destinations'];
  readonly access: DeliveryInput['project']['access'];
  readonly deletion: 'retain' | 'cascade';
}

/** Any namespace on its clusters, so that a new tenant's namespace does not edit it. */
export function platformOwner({ environment, clusters }: Place, delivered: readonly PlacedUnit[]): Owner {
  return {
    name: 'platform',
    description: `Platform in ${environment.noun.name}`,
    declared: environment.declaration.declared,
    delivered,
    repositories: delivered.flatMap((unit) => unit.repositories),
    destinations: clusters.map((cluster) => ({ cluster: cluster.noun.name, namespace: '*' })),
    access: { admin: [], readOnly: [] },
    deletion: 'retain',
  };
}

/** Exactly the tenant's namespaces on exactly its clusters. */
export function tenantOwner({ view, declared, deletion }: TenantProject, delivered: readonly PlacedUnit[]): Owner {
  const clusters = sortedUnique(delivered.map(({ unit }) => unit.ref.cluster));
  return {
    name: view.name,
    tenant: view.name,
    description: view.description === '' ? view.displayName : `${view.displayName}: ${view.description}`,
    declared,
    delivered,
    repositories: [...view.repositories, ...delivered.flatMap((unit) => unit.repositories)],
    destinations: clusters.flatMap((cluster) => view.namespaces.map((namespace) => ({ cluster, namespace }))),
    access: {
      admin: sortedUnique(groups(view.access.admin)),
      readOnly: sortedUnique([...groups(view.access.edit), ...groups(view.access.readOnly)]),
    },
    deletion,
  };
}

function groups(access: AccessGroups): readonly string[] {
  return access.groups ?? [];
}
