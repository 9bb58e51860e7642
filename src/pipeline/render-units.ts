import { availableParallelism } from 'node:os';
import type { UserError } from '../kernel/index.ts';
import type { Fleet, Unit } from '../model/types.ts';
import type { RenderedFile, WriteSession } from '../rendered/index.ts';
import {
  folderCache,
  holdUtc,
  installGuard,
  noCache,
  synthesizeUnit,
  type RenderBasis,
  type UnitJob,
  type UnitOutcome,
} from '../synth/index.ts';
import { engineDigest } from './engine-digest.ts';
import { foldErrors } from './fold-errors.ts';
import type { LoadedFleet } from './load-fleet.ts';
import { lockDigest } from './lock-digest.ts';
import { renderInWorkers } from './render-pool.ts';
import type { PipelineOptions } from './types.ts';

export interface RenderRequest {
  readonly loaded: LoadedFleet;
  readonly units: readonly Unit[];
  readonly options: PipelineOptions;
  /** Where changed texts go; without it they stay in memory. */
  readonly stage?: WriteSession['stage'];
  /** The cache is not read and not written. */
  readonly fresh: boolean;
}

export interface Rendering {
  /** In the order of the units. */
  readonly outcomes: readonly UnitOutcome[];
  /** Of all outcomes, sorted by path. */
  readonly files: readonly RenderedFile[];
  readonly errors: readonly UserError[];
}

/** Below this many units a worker's start costs more than it saves. */
const smallFleet = 150;
const mostWorkers = 8;

/** Renders the units: in this thread when they are few, else in workers. The result does not depend on which. */
export async function renderUnits(request: RenderRequest): Promise<Rendering> {
  const { loaded, options, units } = request;
  const jobs = jobsOf(loaded.fleet, units);
  const workers = options.workers ?? (jobs.length < smallFleet ? 0 : Math.min(mostWorkers, availableParallelism()));
  const progress = (done: number): void => options.progress?.({ stage: 'render', done, total: jobs.length });
  progress(0);
  const digests = { engine: engineDigest(options.ports.files), lock: lockDigest(options) };
  const releaseUtc = holdUtc();
  try {
    const outcomes =
      workers === 0
        ? renderInline(jobs, request, digests, progress)
        : await renderInWorkers({ jobs, workers, progress, digests, request });
    const files = outcomes.flatMap((outcome) => outcome.files);
    files.sort((a, b) => (a.path < b.path ? -1 : 1));
    return { outcomes, files, errors: foldErrors(outcomes) };
  } finally {
    releaseUtc();
  }
}

export function jobsOf(fleet: Fleet, units: readonly Unit[]): readonly UnitJob[] {
  const values = new Map(fleet.values.map((file) => [file.unit, file]));
  return units.map((unit) => {
    const own = values.get(unit.ref.id);
    return own === undefined ? { unit } : { unit, values: own };
  });
}

export interface Digests {
  readonly engine: string;
  readonly lock: string;
}

export function basisOf(digests: Digests, modules: Readonly<Record<string, { readonly digest: string }>>): RenderBasis {
  // A recipe of the engine has no module of the user's: the engine's digest covers it.
  return { ...digests, codeDigest: (recipe) => modules[recipe.module]?.digest ?? 'engine' };
}

function renderInline(
  jobs: readonly UnitJob[],
  { loaded, options, stage, fresh }: RenderRequest,
  digests: Digests,
  progress: (done: number) => void,
): readonly UnitOutcome[] {
  const { files } = options.ports;
  const guard = installGuard(loaded.code);
  try {
    const context = {
      recipes: loaded.recipes,
      code: loaded.code,
      basis: basisOf(digests, loaded.bundle?.modules ?? {}),
      cache: fresh ? noCache : folderCache(unitCacheFolder(options.root), files),
      files,
      root: options.root,
      ...(stage === undefined ? {} : { stage }),
      check: () => guard.check(),
    };
    return jobs.map((job, index) => {
      const outcome = synthesizeUnit(job, context);
      if (index % 16 === 15) progress(index + 1);
      return outcome;
    });
  } finally {
    guard.uninstall();
  }
}

export function unitCacheFolder(root: string): string {
  return `${root}/.keelson/cache/units`;
}
