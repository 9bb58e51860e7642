import type { Fleet } from '../../../model/types.ts';

const known = new WeakMap<Fleet, ReadonlyMap<string, readonly string[]>>();

/** The namespaces that a tenant has in an environment, on any cluster of it. */
export function namespacesOf(fleet: Fleet, tenant: string, environment: string): readonly string[] {
  let byTenant = known.get(fleet);
  if (byTenant === undefined) {
    byTenant = new Map(
      fleet.units.flatMap(({ ref, input }) =>
        ref.kind === 'tenant' && 'tenant' in input
          ? [[`${ref.environment}/${ref.owner}`, input.tenant.namespaces] as const]
          : [],
      ),
    );
    known.set(fleet, byTenant);
  }
  return byTenant.get(`${environment}/${tenant}`) ?? [];
}
