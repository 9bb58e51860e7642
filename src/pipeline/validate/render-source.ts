import { throwAll, UserError, UserErrors } from '../../kernel/index.ts';
import { readDist } from '../../rendered/index.ts';
import { holdUtc, installGuard, renderTexts } from '../../synth/index.ts';
import type { UnitJob } from '../../synth/index.ts';
import type { SourceFile } from '../../validate/index.ts';
import type { LoadedFleet } from '../load-fleet.ts';
import { jobsOf } from '../render-units.ts';
import { openSpare } from '../spare-units.ts';
import { openOrigins, originOf } from './rendered-origin.ts';
import type { ValidateFleetOptions } from './validate-fleet.ts';
import type { World } from './world-units.ts';

/**
 * Gives every file that the units around the selection render: in memory, or, where the cache proves that `dist/` holds exactly
 * what they would render, from there. Throws UserErrors.
 */
export function renderSource(
  { units, around }: World,
  loaded: LoadedFleet,
  options: ValidateFleetOptions,
  add: (file: SourceFile) => void,
): void {
  const { ports, root, progress } = options;
  const jobs = jobsOf(loaded.fleet, around);
  const fresh = options.noCache ?? false;
  const scope = units.length === loaded.fleet.units.length ? undefined : around.map(({ ref }) => ref.id);
  const tree = fresh ? { files: [], odd: [], folders: [] } : readDist(ports.files, root, scope);
  const { outcomes } = openSpare(jobs, { loaded, units: around, options, tree, fresh });
  const advance = (done: number): void => {
    if (done % 16 === 0) progress?.({ stage: 'check', done, total: jobs.length });
  };
  let done = 0;
  advance(done);
  const toRender = jobs.filter((_, index) => outcomes[index] === undefined);
  renderAll(toRender, loaded, add, () => advance(++done));
  const originFor = openOrigins(loaded);
  for (const [index, outcome] of outcomes.entries()) {
    const unit = jobs[index]?.unit.ref;
    if (outcome === undefined || unit === undefined) continue;
    for (const { path, object } of outcome.files) {
      // A chart's values are no object.
      if (object === undefined) continue;
      const origin = originFor(unit, path);
      const text = ports.files.read(`${root}/${path}`).toString('utf8');
      add({ path, text, ...(origin === undefined ? {} : { origin }) });
    }
    advance(++done);
  }
}

function renderAll(
  jobs: readonly UnitJob[],
  loaded: LoadedFleet,
  add: (file: SourceFile) => void,
  advance: () => void,
): void {
  const errors: UserError[] = [];
  const releaseUtc = holdUtc();
  const guard = installGuard(loaded.code);
  try {
    for (const job of jobs) {
      try {
        for (const { path, text, object, provenance } of renderTexts(job, loaded)) {
          if (object === undefined) continue;
          guard.aside(() => add({ path, text, origin: originOf(job.unit, provenance, loaded) }));
        }
      } catch (error) {
        if (error instanceof UserErrors) errors.push(...error.errors);
        else if (error instanceof UserError) errors.push(error);
        else throw error;
      }
      advance();
    }
  } finally {
    guard.uninstall();
    releaseUtc();
  }
  throwAll(errors);
}
