import { readdirSync } from 'node:fs';
import type { Fleet } from '#src/model/types.ts';
import { applications } from '../applications.ts';
import type { Clone } from '../clone.ts';
import type { Facts } from '../facts.ts';
import type { Kube } from '../kube.ts';
import { must } from '../outcome.ts';

export interface Leaver {
  readonly tenant: string;
  readonly delivery: string;
  readonly project: string;
  readonly folder: string;
  readonly children: readonly string[];
  readonly namespaces: readonly string[];
}

/** The tenant that goes: the last one by name that is placed on the spoke and that no other file names. */
export async function chooseLeaver(fleet: Fleet, facts: Facts, hub: Kube): Promise<Leaver> {
  const { environment } = facts;
  const tenant = fleet.tenants
    .filter(({ type, clusters }) => type !== 'org-unit' && clusters.includes(facts.spoke))
    .map(({ name }) => name)
    .findLast(
      (name) =>
        !fleet.units.some(
          ({ ref, input }) =>
            ref.owner !== name &&
            ref.kind !== 'root' &&
            ref.kind !== 'delivery' &&
            JSON.stringify(input).includes(`"${name}"`),
        ),
    );
  must(tenant !== undefined, 'every tenant is named by another unit');
  const unit = fleet.units.find(
    ({ ref }) => ref.kind === 'tenant' && ref.owner === tenant && ref.environment === environment,
  );
  const live = await applications(hub);
  return {
    tenant,
    delivery: `${environment}.${tenant}.delivery`,
    project: `${environment}.${tenant}`,
    folder: `dist/${environment}/${facts.hub}/${tenant}/delivery`,
    children: live.map(({ metadata }) => metadata.name).filter((name) => name.startsWith(`${facts.spoke}.${tenant}.`)),
    namespaces: unit !== undefined && 'tenant' in unit.input ? unit.input.tenant.namespaces : [],
  };
}

export function tenantFile(clone: Clone, tenant: string): string {
  const names = [`${tenant}.ts`, `${tenant}.yaml`];
  const file = readdirSync(clone.path('tenants')).find((one) => names.includes(one));
  must(file !== undefined, `neither of ${names.join(', ')} is in tenants/`);
  return `tenants/${file}`;
}
