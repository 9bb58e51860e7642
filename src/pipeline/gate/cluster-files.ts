import { readRendered, stagedPath } from '../../rendered/index.ts';
import type { RenderedFile } from '../../rendered/index.ts';
import type { LoadedFleet } from '../load-fleet.ts';
import type { Rendering } from '../render-units.ts';
import type { PipelineOptions } from '../types.ts';
import { openOrigins, originOf } from '../validate/rendered-origin.ts';
import type { World } from '../validate/world-units.ts';
import type { GateFile } from './gate-file.ts';

interface Lying {
  readonly loaded: LoadedFleet;
  readonly world: World;
  readonly rendering: Rendering;
  readonly options: PipelineOptions;
  /** Where texts that differ from `dist/` were laid down. */
  readonly stage?: string | undefined;
}

/** All objects of the clusters that a run writes to, by name of the cluster: what it renders, and what its selection leaves as it lies. */
export function clusterFiles(lying: Lying): ReadonlyMap<string, readonly GateFile[]> {
  const clusters = new Map<string, GateFile[]>();
  const add = (file: GateFile): void => {
    const own = clusters.get(file.unit.cluster);
    if (own === undefined) clusters.set(file.unit.cluster, [file]);
    else own.push(file);
  };
  for (const file of rendered(lying)) add(file);
  for (const file of others(lying)) add(file);
  return clusters;
}

function* rendered({ loaded, rendering, options, stage }: Lying): Generator<GateFile> {
  const { files } = options.ports;
  const units = new Map(loaded.fleet.units.map((unit) => [unit.ref.id, unit]));
  const originFor = openOrigins(loaded);
  const textOf = ({ path, text }: RenderedFile): string => {
    if (text !== undefined) return text;
    const staged = stage === undefined ? undefined : stagedPath(stage, path);
    const lies = staged !== undefined && files.type(staged) === 'file' ? staged : `${options.root}/${path}`;
    return files.read(lies).toString('utf8');
  };
  for (const outcome of rendering.outcomes) {
    const unit = units.get(outcome.unit);
    if (unit === undefined) continue;
    for (const file of outcome.files) {
      if (file.object === undefined) continue;
      const { path, object, sha256, provenance } = file;
      // Of a unit that the cache spared, the line is found by rendering it.
      const origin = outcome.action === 'cached' ? originFor(unit.ref, path) : originOf(unit, provenance, loaded);
      yield { path, unit: unit.ref, object, sha256, origin, read: () => textOf(file) };
    }
  }
}

/** Units of the same clusters that were not selected, as they lie in `dist/`. */
function* others({ loaded, world, options }: Lying): Generator<GateFile> {
  const chosen = new Set(world.units.map(({ ref }) => ref.id));
  const scope = world.around.map(({ ref }) => ref.id).filter((id) => !chosen.has(id));
  if (scope.length === 0) return;
  const originFor = openOrigins(loaded);
  for (const unit of readRendered(options.ports.files, options.root, scope).units) {
    for (const { path, object, sha256, text = '' } of unit.files) {
      if (object === undefined) continue;
      yield { path, unit: unit.ref, object, sha256, origin: originFor(unit.ref, path), read: () => text };
    }
  }
}
