import type { Tenant } from '../../model/types.ts';
import type { World } from '../world.ts';

/** The tenants of a cluster, as its environment sees them. */
export interface Tenancy {
  readonly tenants: readonly Tenant[];
  /** Whose a namespace is. */
  readonly ownerOf: (namespace: string | undefined) => Tenant | undefined;
  readonly named: (name: string) => Tenant | undefined;
  /** Tenants that declare a group or user for this environment, in any of their roles. */
  readonly tenantsOfPerson: (kind: 'Group' | 'User', name: string) => readonly Tenant[];
}

/** Undefined for plain files. */
export function tenancyOf(world: World): Tenancy | undefined {
  return world.view(makeTenancy);
}

function makeTenancy({ facts }: World): Tenancy | undefined {
  if (facts === undefined) return undefined;
  const tenants = new Map<string, Tenant>();
  for (const { ref, input } of facts.fleet.units) {
    if (ref.cluster === facts.cluster.name && 'tenant' in input) tenants.set(input.tenant.name, input.tenant);
  }
  const owners = new Map<string, Tenant>();
  const people = new Map<string, Set<Tenant>>();
  for (const tenant of tenants.values()) {
    for (const namespace of tenant.namespaces) owners.set(namespace, tenant);
    for (const key of peopleOf(tenant)) people.set(key, (people.get(key) ?? new Set()).add(tenant));
  }
  return {
    tenants: [...tenants.values()],
    ownerOf: (namespace) => (namespace === undefined ? undefined : owners.get(namespace)),
    named: (name) => tenants.get(name),
    tenantsOfPerson: (kind, name) => [...(people.get(`${kind} ${name}`) ?? [])],
  };
}

function peopleOf({ access }: Tenant): readonly string[] {
  return [access.admin, access.edit, access.readOnly].flatMap(({ groups = [], users = [] }) =>
    groups.map((name) => `Group ${name}`).concat(users.map((name) => `User ${name}`)),
  );
}
