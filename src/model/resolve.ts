import type { UserError } from '../kernel/index.ts';
import { appUnits } from './app-units.ts';
import { resolveApps } from './apps.ts';
import { resolveBaseline } from './baseline.ts';
import { resolveCapabilities } from './capabilities.ts';
import { checkCidrs } from './cidrs.ts';
import { resolveClusters } from './clusters.ts';
import { componentUnits } from './component-units.ts';
import { placeComponents, resolveComponents } from './components.ts';
import type { Declarations } from './declarations.ts';
import { deliveryUnits } from './delivery.ts';
import type { TenantProject } from './delivery-owners.ts';
import { checkDomains } from './domains.ts';
import { resolveEnvironments } from './environments.ts';
import type { Fleet } from './fleet.ts';
import { frozenJson } from './frozen.ts';
import { resolveImages } from './images.ts';
import { inherit } from './inheritance.ts';
import { resolveNamespaces } from './namespaces.ts';
import { byText, groupBy } from './order.ts';
import { checkPeers } from './peers.ts';
import type { Peers } from './peers.ts';
import { placeTenant } from './placement.ts';
import { checkOrigins } from './origins.ts';
import type { PlacedUnit } from './placed-unit.ts';
import { resolvePolicy } from './policy.ts';
import { Problems } from './problems.ts';
import { checkReleases } from './release.ts';
import { checkRequired } from './required.ts';
import { checkResidency } from './residency.ts';
import { rootUnits } from './roots.ts';
import { appSummaries, tenantSummaries } from './summaries.ts';
import type { ResolvedTenant } from './summaries.ts';
import { tenantUnits } from './tenant-units.ts';
import { tenantView } from './tenant-view.ts';
import { resolveTenants } from './tenants.ts';
import { indexByName } from './unique.ts';

interface Resolved {
  /** Complete when there are no errors; what could be resolved otherwise. Frozen JSON. */
  readonly fleet: Fleet;
  /** Of all declarations, in order of place. */
  readonly errors: readonly UserError[];
}

/** The whole platform from what was declared. Pure: the order of declarations, the clock and the machine do not matter. */
export function resolveFleet(declarations: Declarations): Resolved {
  const problems = new Problems();

  const environments = resolveEnvironments(declarations, problems);
  const clusters = resolveClusters(declarations, environments, problems);
  checkCidrs(environments, clusters, problems);

  const components = resolveComponents(declarations, problems);
  const placed = placeComponents(components, clusters, problems);
  const platform = resolveCapabilities(environments, clusters, placed, problems);
  const componentPart = componentUnits(environments, clusters, platform, problems);

  const baseline = resolveBaseline(declarations, environments, problems);
  const chains = resolveTenants(declarations, components, clusters, problems);
  const tenants: readonly ResolvedTenant[] = [...chains.values()].map((tenant) => {
    const inherited = inherit(tenant, environments, problems);
    checkRequired(tenant, inherited, environments, problems);
    return { tenant, inherited, placements: placeTenant(tenant, inherited, environments, clusters, problems) };
  });
  checkDomains(tenants, environments, problems);
  const placements = new Map(tenants.map(({ tenant, placements: own }) => [tenant.name, own]));
  const allPlacements = tenants.flatMap((tenant) => tenant.placements);
  checkResidency(allPlacements, problems);
  const namespaces = resolveNamespaces(allPlacements, baseline, components, clusters, problems);
  const peers: Peers = {
    tenants: chains,
    environments: new Map(
      tenants.map(({ tenant, placements: own }) => [tenant.name, own.map(({ entry }) => entry.name)]),
    ),
    namespaces,
  };

  const kinds = indexByName('App kind', declarations.appKinds, (value) => value.name, problems);
  const apps = resolveApps(declarations, chains, placements, kinds, problems);
  checkOrigins(apps, clusters, problems);
  const images = resolveImages(declarations, environments, chains, apps, problems);
  checkReleases(declarations, environments, clusters, components, chains, problems);

  const appsOf = groupBy(apps, (entry) => entry.tenant.name);
  const projects = new Map<string, TenantProject>();
  const tenantPart: PlacedUnit[] = [];
  for (const { tenant, placements: own } of tenants) {
    checkPeers(tenant, peers, problems);
    for (const placement of own) {
      const view = frozenJson(tenantView(placement, baseline, peers, problems));
      const { declared, value } = tenant.declaration;
      const environment = placement.entry.name;
      projects.set(`${tenant.name}/${environment}`, { view, declared, deletion: value.deletion ?? 'retain' });
      if (baseline !== undefined) tenantPart.push(...tenantUnits(placement, view, baseline, platform, problems));
      for (const entry of appsOf.get(tenant.name) ?? []) {
        const inEnvironment = entry.environments.find(({ name }) => name === environment);
        if (inEnvironment === undefined) continue;
        tenantPart.push(...appUnits(entry, inEnvironment, placement, view, platform, images, problems));
      }
    }
  }

  const placedUnits = [...componentPart, ...tenantPart];
  const units = [
    ...placedUnits.map(({ unit }) => unit),
    ...deliveryUnits(environments, clusters, placedUnits, projects, problems),
    ...rootUnits(environments, clusters),
  ];
  const policyContext = {
    environments,
    clusters,
    placed,
    apps,
    placements,
    views: projects,
    components,
    tenants: chains,
    units,
  };
  const fleet: Fleet = frozenJson({
    environments: [...environments.values()].map(({ noun }) => noun),
    clusters: [...clusters.values()].map(({ noun }) => noun),
    components: [...components.values()].map(({ noun }) => noun),
    tenants: tenantSummaries(tenants),
    apps: appSummaries(apps, placements),
    units: units.toSorted((a, b) => byText(a.ref.id, b.ref.id)),
    values: placedUnits
      .flatMap(({ values }) => (values === undefined ? [] : [values]))
      .toSorted((a, b) => byText(a.path, b.path)),
    policy: resolvePolicy(declarations, policyContext, problems),
  });
  return { fleet, errors: problems.sorted() };
}
