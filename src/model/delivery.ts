import type { UnitRef } from '../kernel/index.ts';
import { unitId } from '../kernel/index.ts';
import { platformOwner, tenantOwner } from './delivery-owners.ts';
import type { Owner, Place, TenantProject } from './delivery-owners.ts';
import type { Recipe, Unit } from './fleet.ts';
import { frozenJson } from './frozen.ts';
import type { Clusters, Environments } from './known.ts';
import { applicationName, checkLength, deliveryApplicationName, projectName, subdomainLimit } from './names.ts';
import { byText, groupBy, sortedUnique } from './order.ts';
import type { PlacedUnit } from './placed-unit.ts';
import type { Problems } from './problems.ts';
import type { DeliveredUnit, DeliveryInput } from './unit-input.ts';
import { deliveryWave } from './waves.ts';

const recipe: Recipe = { module: 'keelson:delivery', export: 'buildDelivery' };

/** By `<tenant>/<environment>`. */
export type TenantProjects = ReadonlyMap<string, TenantProject>;

/**
 * Per environment and hub: the platform's delivery unit, and that of each tenant which has a unit on a cluster of the hub
 * there. The platform's is there wherever the hub has a cluster, because tenants' baselines use its project.
 */
export function deliveryUnits(
  environments: Environments,
  clusters: Clusters,
  units: readonly PlacedUnit[],
  projects: TenantProjects,
  problems: Problems,
): readonly Unit[] {
  const byPlace = groupBy(units, ({ unit, hub }) => `${unit.ref.environment}/${hub}`);
  const found: Unit[] = [];
  for (const environment of environments.values()) {
    const own = [...clusters.values()].filter((cluster) => cluster.noun.environment === environment.noun.name);
    for (const hubName of sortedUnique(own.map((cluster) => cluster.noun.hub))) {
      const hub = clusters.get(hubName);
      if (hub?.noun.delivery === undefined) continue;
      const place: Place = { environment, hub, clusters: own.filter((cluster) => cluster.noun.hub === hubName) };
      const byOwner = groupBy(byPlace.get(`${environment.noun.name}/${hubName}`) ?? [], ({ unit }) => unit.ref.owner);
      found.push(deliveryUnit(place, platformOwner(place, byOwner.get('platform') ?? []), problems));
      for (const [name, delivered] of byOwner) {
        const project = projects.get(`${name}/${environment.noun.name}`);
        if (project !== undefined) found.push(deliveryUnit(place, tenantOwner(project, delivered), problems));
      }
    }
  }
  return found;
}

function deliveryUnit({ environment, hub }: Place, owner: Owner, problems: Problems): Unit {
  const name = environment.noun.name;
  const { repository, revision } = hub.noun.delivery ?? { repository: '', revision: '' };
  const ref: UnitRef = {
    id: unitId(name, hub.noun.name, owner.name, 'delivery'),
    environment: name,
    cluster: hub.noun.name,
    name: 'delivery',
    kind: 'delivery',
    owner: owner.name,
    ...(owner.tenant === undefined ? {} : { tenant: owner.tenant }),
  };
  const makers = [owner.declared, environment.declaration.declared] as const;
  checkLength(problems, 'Application', deliveryApplicationName(name, owner.name), subdomainLimit, makers);
  checkLength(problems, 'AppProject', projectName(name, owner.name), subdomainLimit, makers);
  const input: DeliveryInput = frozenJson({
    unit: ref,
    environment: environment.noun,
    hub: hub.noun,
    repository: { url: repository, revision },
    project: {
      name: projectName(name, owner.name),
      description: owner.description,
      sourceRepositories: sortedUnique([repository, ...owner.repositories]),
      destinations: owner.destinations,
      access: owner.access,
    },
    deletion: owner.deletion,
    delivers: owner.delivered
      .map((placed) => deliveredUnit(placed, problems))
      .toSorted((a, b) => byText(a.unit.id, b.unit.id)),
  });
  return {
    ref,
    wave: deliveryWave,
    requires: [unitId(hub.noun.environment, hub.noun.name, 'platform', 'root')],
    recipe,
    input,
    declared: owner.declared,
    hasObjects: true,
  };
}

function deliveredUnit(placed: PlacedUnit, problems: Problems): DeliveredUnit {
  const { ref, wave, declared } = placed.unit;
  const application = applicationName(ref.cluster, ref.owner, ref.name);
  checkLength(problems, 'Application', application, subdomainLimit, [declared]);
  return {
    unit: ref,
    application,
    // The baseline makes namespaces, quotas and policies, which no tenant's project may touch.
    project: projectName(ref.environment, ref.kind === 'tenant' ? 'platform' : ref.owner),
    wave,
    destination: ref.cluster,
    namespace: placed.namespace,
    sources: placed.sources,
    ignoreDifferences: placed.ignoreDifferences,
    deletion: placed.deletion,
  };
}
