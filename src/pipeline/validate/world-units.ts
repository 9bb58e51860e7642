import type { Cluster, Unit } from '../../model/types.ts';
import type { LoadedFleet } from '../load-fleet.ts';
import { unitOfPath } from '../../rendered/index.ts';
import { selectUnits } from '../selection.ts';
import type { Selection } from '../types.ts';

/** What is judged, and what it is judged among: references hold over a whole cluster, whatever was selected of it. */
export interface World {
  readonly loaded: LoadedFleet;
  /** The selected units. */
  readonly units: readonly Unit[];
  /** All units of their clusters. */
  readonly around: readonly Unit[];
  readonly clusters: readonly Cluster[];
  /** Whether what is found in a file is reported. */
  isSelected(file: { readonly path: string }): boolean;
}

export function worldOf(loaded: LoadedFleet, selection: Selection | undefined): World {
  const { fleet } = loaded;
  const { units } = selectUnits(fleet, selection);
  const names = new Set(units.map(({ ref }) => ref.cluster));
  const ids = new Set(units.map(({ ref }) => ref.id));
  return {
    loaded,
    units,
    around: fleet.units.filter(({ ref }) => names.has(ref.cluster)),
    clusters: fleet.clusters.filter(({ name }) => names.has(name)),
    isSelected: ({ path }) => selection === undefined || ids.has(unitOfPath(path) ?? ''),
  };
}

/** The cluster whose folder below `dist/` a path lies in: `dist/<environment>/<cluster>/...`. */
export function clusterOfPath(path: string): string | undefined {
  return /^dist\/[^/]+\/([^/]+)\//.exec(path)?.[1];
}

/** What Argo CD reads of a unit's folder. A chart's values are no object. */
export function isManifestPath(path: string): boolean {
  return !path.startsWith('dist/.values/') && /\.(?:ya?ml|json)$/.test(path);
}
