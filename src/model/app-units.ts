import type { Declared, UnitRef } from '../kernel/index.ts';
import { unitId } from '../kernel/index.ts';
import type { AppEntry, AppEnvironment } from './apps.ts';
import { appView } from './app-view.ts';
import { checkNeeds, needsOf } from './capabilities.ts';
import type { Platform } from './capabilities.ts';
import { useChart } from './charts.ts';
import type { UsedChart } from './charts.ts';
import type { App, Tenant } from './fleet.ts';
import { frozenJson } from './frozen.ts';
import type { Images } from './images.ts';
import { sortedUnique } from './order.ts';
import { folderSource } from './placed-unit.ts';
import type { PlacedUnit } from './placed-unit.ts';
import type { Placement } from './placement.ts';
import { quote } from './problems.ts';
import type { Problems } from './problems.ts';
import type { AppInput, DeliverySource } from './unit-input.ts';
import { appWave } from './waves.ts';

/** One app in one environment of its tenant, on each of the tenant's clusters there. */
export function appUnits(
  entry: AppEntry,
  inEnvironment: AppEnvironment,
  placement: Placement,
  tenant: Tenant,
  platform: Platform,
  images: Images,
  problems: Problems,
): readonly PlacedUnit[] {
  const { declaration, kind } = entry;
  const environment = placement.environment.noun;
  const isImage = 'image' in declaration.value.origin;
  if (isImage && kind === undefined) return [];
  const image = images.of(environment.name, entry.tenant.name, entry.name);
  const app: App = frozenJson(appView(entry, inEnvironment, tenant, image, problems));
  return placement.clusters.map((cluster) => {
    const providers = platform.providers.get(cluster.noun.name);
    const requires = kind?.value.requires ?? [];
    const at = (index: number): Declared => (kind ?? declaration).at(`/requires/${index}`);
    checkNeeds(`App kind ${quote(kind?.value.name ?? '')}`, requires, at, cluster, platform, problems);
    const needs = needsOf(requires, providers);
    const id = unitId(environment.name, cluster.noun.name, tenant.name, entry.name);
    const ref: UnitRef = {
      id,
      environment: environment.name,
      cluster: cluster.noun.name,
      name: entry.name,
      kind: 'app',
      owner: tenant.name,
      tenant: tenant.name,
    };
    const input: AppInput = frozenJson({
      unit: ref,
      environment,
      cluster: cluster.noun,
      capabilities: needs.capabilities,
      tenant,
      app,
    });
    const foreign = foreignSource(entry, ref, problems);
    return {
      unit: {
        ref,
        wave: appWave,
        requires: sortedUnique([unitId(environment.name, cluster.noun.name, tenant.name, 'baseline'), ...needs.units]),
        recipe: { module: (kind ?? declaration).module, export: (kind ?? declaration).export },
        input,
        declared: declaration.declared,
        hasObjects: isImage,
      },
      hub: cluster.noun.hub,
      namespace: app.namespace,
      sources: [foreign?.source ?? folderSource(id)],
      ...(foreign?.values === undefined ? {} : { values: foreign.values }),
      ignoreDifferences: [],
      deletion: declaration.value.deletion ?? entry.tenant.declaration.value.deletion ?? 'retain',
      repositories: foreign?.repository === undefined ? [] : [foreign.repository],
    };
  });
}

interface Foreign {
  readonly source: DeliverySource;
  readonly values?: NonNullable<UsedChart['values']>;
  readonly repository: string;
}

/** The source of an app that is not rendered here. */
function foreignSource(entry: AppEntry, ref: UnitRef, problems: Problems): Foreign | undefined {
  const origin = entry.declaration.value.origin;
  if ('git' in origin) return { source: { type: 'git', ...origin.git }, repository: origin.git.repository };
  if (!('chart' in origin)) return undefined;
  const used = useChart(origin.chart, ref, entry.declaration.declared, problems);
  return {
    source: used.source,
    ...(used.values === undefined ? {} : { values: used.values }),
    repository: origin.chart.repository,
  };
}
