import type { Declared, UnitRef } from '../../kernel/index.ts';
import type { Unit } from '../../model/types.ts';
import type { Provenance } from '../../rendered/index.ts';
import { holdUtc, installGuard, renderTexts, userErrorsOf } from '../../synth/index.ts';
import type { UnitJob } from '../../synth/index.ts';
import type { Origin } from '../../validate/index.ts';
import type { LoadedFleet } from '../load-fleet.ts';
import { jobsOf } from '../render-units.ts';

/** Where a file that was rendered in this run comes from. The line is looked up when a finding asks for it: that reads the source map. */
export function originOf(
  { ref, declared }: Unit,
  provenance: Provenance | undefined,
  loaded: Pick<LoadedFleet, 'code'>,
): Origin {
  return {
    unit: ref,
    get declared(): Declared {
      return declaredBy(declared, provenance, loaded);
    },
    declaration: declared,
    ...(provenance === undefined ? {} : { constructPath: provenance.constructPath }),
  };
}

/** The same for bytes that were rendered once: what made them is found by rendering their unit, when a finding asks. */
export function openOrigins(loaded: LoadedFleet): (unit: UnitRef, path: string) => Origin | undefined {
  const units = new Map(jobsOf(loaded.fleet, loaded.fleet.units).map((job) => [job.unit.ref.id, job]));
  const rendered = new Map<string, ReadonlyMap<string, Provenance | undefined>>();
  return ({ id }, path) => {
    const job = units.get(id);
    if (job === undefined) return undefined;
    const provenance = (): Provenance | undefined => {
      const known = rendered.get(id) ?? provenances(job, loaded);
      rendered.set(id, known);
      return known.get(path);
    };
    return {
      unit: job.unit.ref,
      get declared(): Declared {
        return declaredBy(job.unit.declared, provenance(), loaded);
      },
      declaration: job.unit.declared,
      get constructPath(): string | undefined {
        return provenance()?.constructPath;
      },
    };
  };
}

function declaredBy(
  declared: Declared,
  provenance: Provenance | undefined,
  { code }: Pick<LoadedFleet, 'code'>,
): Declared {
  const location = provenance?.frame === undefined ? undefined : code.locate(provenance.frame);
  return location === undefined ? declared : { ...location, symbol: declared.symbol };
}

/** By path. Of a unit that does not render, nothing is known: `synth` says why. */
function provenances(job: UnitJob, loaded: LoadedFleet): ReadonlyMap<string, Provenance | undefined> {
  const releaseUtc = holdUtc();
  const guard = installGuard(loaded.code);
  try {
    return new Map(renderTexts(job, loaded).map(({ path, provenance }) => [path, provenance]));
  } catch (error) {
    userErrorsOf(error);
    return new Map();
  } finally {
    guard.take();
    guard.uninstall();
    releaseUtc();
  }
}
