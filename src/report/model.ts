import type { JsonObject } from '../kernel/index.ts';
import type { Fleet } from '../model/types.ts';
import type { ReportBody } from './documents.ts';
import { plain } from './envelope.ts';
import { table } from './words.ts';

export function modelBody(fleet: Fleet): ReportBody {
  return { ...(plain(fleet) as JsonObject), summary: totals(fleet) };
}

/** The counts, and per environment and cluster how many units of which kind; the whole model is in `--json`. */
export function modelText(fleet: Fleet): string {
  const kinds = ['component', 'tenant', 'app', 'delivery', 'root'] as const;
  const rows = fleet.clusters.map((cluster) => [
    cluster.environment,
    cluster.name,
    cluster.hub,
    ...kinds.map((kind) =>
      String(fleet.units.filter((unit) => unit.ref.cluster === cluster.name && unit.ref.kind === kind).length),
    ),
  ]);
  const sums = Object.entries(totals(fleet))
    .map(([name, number]) => `${name} ${String(number)}`)
    .join(', ');
  return `${table(['ENVIRONMENT', 'CLUSTER', 'HUB', 'COMPONENTS', 'TENANTS', 'APPS', 'DELIVERY', 'ROOT'], rows)}${sums}\n`;
}

function totals(fleet: Fleet) {
  return {
    environments: fleet.environments.length,
    clusters: fleet.clusters.length,
    components: fleet.components.length,
    tenants: fleet.tenants.length,
    apps: fleet.apps.length,
    units: fleet.units.length,
  };
}
