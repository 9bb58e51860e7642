import { availableParallelism } from 'node:os';
import type { UserError } from '../kernel/index.ts';
import type { Fleet, Unit } from '../model/types.ts';
import type { DistTree, RenderedFile, WriteSession } from '../rendered/index.ts';
import { holdUtc, installGuard, synthesizeUnit, type Passed, type UnitJob, type UnitOutcome } from '../synth/index.ts';
import { judgeRendered } from './gate/judge-unit.ts';
import type { GateSetup } from './gate/judge-unit.ts';
import { foldErrors } from './fold-errors.ts';
import type { LoadedFleet } from './load-fleet.ts';
import { renderInWorkers } from './render-pool.ts';
import { openSpare } from './spare-units.ts';
import type { PipelineOptions } from './types.ts';

export interface RenderRequest {
  readonly loaded: LoadedFleet;
  readonly units: readonly Unit[];
  readonly options: PipelineOptions;
  /** Where changed texts go; without it they stay in memory. */
  readonly stage?: WriteSession['stage'];
  /** `dist/` as it lies: a unit whose files it holds already, as the cache knows them, is not rendered. */
  readonly tree: DistTree;
  /** The cache is not read and not written. */
  readonly fresh: boolean;
  /** Units are judged where they are rendered; what passed is remembered by `remember`. */
  readonly gate?: GateSetup;
}

export interface Rendering {
  /** In the order of the units. */
  readonly outcomes: readonly UnitOutcome[];
  /** Of all outcomes, sorted by path. */
  readonly files: readonly RenderedFile[];
  readonly errors: readonly UserError[];
  /** With a gate: writes the cache. */
  remember(passed: ReadonlyMap<string, Passed>): void;
}

/** Below this many units to render a worker's start (it loads cdk8s and the bundle anew) costs more than it saves. */
const smallFleet = 1000;
const mostWorkers = 8;

/** Renders the units that the cache does not spare: in this thread when they are few, else in workers. The result does not depend on which. */
export async function renderUnits(request: RenderRequest): Promise<Rendering> {
  const { loaded, options, units } = request;
  const all = jobsOf(loaded.fleet, units);
  options.progress?.({ stage: 'render', done: 0, total: all.length });
  const spare = openSpare(all, request);
  const jobs = all.filter((_, index) => spare.outcomes[index] === undefined);
  const rendered = await renderJobs(jobs, all.length, request);
  let next = 0;
  const outcomes = spare.outcomes.flatMap((outcome) => outcome ?? rendered[next++] ?? []);
  const errors = foldErrors(outcomes);
  if (request.gate === undefined || errors.length > 0) spare.keep(outcomes);
  const files = outcomes.flatMap((outcome) => outcome.files);
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return {
    outcomes,
    files,
    errors,
    remember: (passed) => spare.keep(outcomes, passed),
  };
}

async function renderJobs(
  jobs: readonly UnitJob[],
  total: number,
  request: RenderRequest,
): Promise<readonly UnitOutcome[]> {
  if (jobs.length === 0) return [];
  const { options } = request;
  const workers = options.workers ?? (jobs.length < smallFleet ? 0 : Math.min(mostWorkers, availableParallelism()));
  const spared = total - jobs.length;
  const progress = (done: number): void => options.progress?.({ stage: 'render', done: spared + done, total });
  const releaseUtc = holdUtc();
  try {
    return workers === 0
      ? renderInline(jobs, request, progress)
      : await renderInWorkers({ jobs, workers, progress, request });
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

function renderInline(
  jobs: readonly UnitJob[],
  { loaded, options, stage, gate }: RenderRequest,
  progress: (done: number) => void,
): readonly UnitOutcome[] {
  const { files } = options.ports;
  const guard = installGuard(loaded.code);
  try {
    const context = {
      recipes: loaded.recipes,
      code: loaded.code,
      files,
      root: options.root,
      ...(stage === undefined ? {} : { stage }),
      check: () => guard.check(),
      aside: guard.aside,
      ...(gate === undefined ? {} : { judge: judgeRendered(gate, loaded.code) }),
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
