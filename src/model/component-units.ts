import type { Declared, UnitRef } from '../kernel/index.ts';
import { unitId } from '../kernel/index.ts';
import { checkNeeds, needsOf } from './capabilities.ts';
import type { Platform, Providers } from './capabilities.ts';
import { chartOf } from './component-chart.ts';
import { checkKubernetes } from './component-kubernetes.ts';
import type { Environment } from './fleet.ts';
import { frozenJson } from './frozen.ts';
import type { Clusters, Environments, KnownCluster, KnownComponent } from './known.ts';
import { folderSource } from './placed-unit.ts';
import type { PlacedUnit } from './placed-unit.ts';
import { quote } from './problems.ts';
import type { Problems } from './problems.ts';
import type { ComponentInput } from './unit-input.ts';
import { componentWave, depthsOf } from './waves.ts';

/** One unit per component and cluster, with waves from what requires what on that cluster. */
export function componentUnits(
  environments: Environments,
  clusters: Clusters,
  platform: Platform,
  problems: Problems,
): readonly PlacedUnit[] {
  const units: PlacedUnit[] = [];
  for (const [name, cluster] of clusters) {
    const environment = environments.get(cluster.noun.environment)?.noun;
    if (environment === undefined) continue;
    const components = platform.placed.get(name) ?? [];
    const providers = platform.providers.get(name);
    const depths = componentDepths(components, providers, problems);
    for (const component of components) {
      const requires = component.declaration.value.requires ?? [];
      const at = (index: number): Declared => component.declaration.at(`/requires/${index}`);
      checkKubernetes(component, cluster, problems);
      checkNeeds(`Component ${quote(component.noun.name)}`, requires, at, cluster, platform, problems);
      units.push(unitOf(component, environment, cluster, providers, depths.get(component.noun.name) ?? 0, problems));
    }
  }
  return units;
}

function componentDepths(
  components: readonly KnownComponent[],
  providers: Providers | undefined,
  problems: Problems,
): ReadonlyMap<string, number> {
  const byName = new Map(components.map((component) => [component.noun.name, component]));
  const { depths, cycles } = depthsOf(byName.keys(), (name) =>
    (byName.get(name)?.noun.requires ?? [])
      .map(({ capability }) => providers?.get(capability)?.component)
      .filter((below) => below !== undefined),
  );
  for (const cycle of cycles) {
    const first = byName.get(cycle[0] ?? '');
    if (first === undefined) continue;
    problems.add(
      'capability-cycle',
      first.declaration.at('/requires'),
      `Components require each other in a circle: ${cycle.map(quote).join(' requires ')}.`,
      'Nothing in the circle could be first: take one requirement out, or split a component.',
    );
  }
  return depths;
}

function unitOf(
  component: KnownComponent,
  environment: Environment,
  cluster: KnownCluster,
  providers: Providers | undefined,
  depth: number,
  problems: Problems,
): PlacedUnit {
  const { noun, declaration } = component;
  const id = unitId(environment.name, cluster.noun.name, 'platform', noun.name);
  const ref: UnitRef = {
    id,
    environment: environment.name,
    cluster: cluster.noun.name,
    name: noun.name,
    kind: 'component',
    owner: 'platform',
  };
  const needs = needsOf(declaration.value.requires ?? [], providers);
  const input: ComponentInput = frozenJson({
    unit: ref,
    environment,
    cluster: cluster.noun,
    capabilities: needs.capabilities,
    component: noun,
  });
  const hasObjects = declaration.value.build !== undefined;
  const chart = chartOf(component, input, problems);
  return {
    unit: {
      ref,
      wave: componentWave(depth),
      requires: needs.units.filter((unit) => unit !== id),
      recipe: { module: declaration.module, export: declaration.export },
      input,
      declared: declaration.declared,
      hasObjects,
    },
    hub: cluster.noun.hub,
    namespace: noun.namespace,
    sources: [...(chart === undefined ? [] : [chart.source]), ...(hasObjects ? [folderSource(id)] : [])],
    ...(chart?.values === undefined ? {} : { values: chart.values }),
    ignoreDifferences: declaration.value.ignoreDifferences ?? [],
    deletion: declaration.value.deletion ?? 'retain',
    repositories: chart === undefined ? [] : [chart.source.chart.repository],
  };
}
