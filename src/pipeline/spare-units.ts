import {
  digestOfUnit,
  fileCache,
  sparedUnit,
  type Passed,
  type RenderBasis,
  type UnitJob,
  type UnitOutcome,
} from '../synth/index.ts';
import { engineDigest } from './engine-digest.ts';
import { lockDigest } from './lock-digest.ts';
import type { RenderRequest } from './render-units.ts';

export interface Spare {
  /** By position of the job: what need not be rendered, undefined for the rest. */
  readonly outcomes: readonly (UnitOutcome | undefined)[];
  /** Remembers what was rendered, in the order of the jobs. */
  keep(outcomes: readonly UnitOutcome[], passed?: ReadonlyMap<string, Passed>): void;
}

/** Asks the cache which units need not be rendered. It is done before any worker starts: most runs change few units and need none. */
export function openSpare(jobs: readonly UnitJob[], request: RenderRequest): Spare {
  const { loaded, options, tree, fresh } = request;
  if (fresh) return { outcomes: jobs.map(() => undefined), keep() {} };
  const cache = fileCache(`${options.root}/.keelson/cache/rendered`, options.ports.files);
  const basis = basisOf(request);
  const digests = jobs.map((job) => digestOfUnit(job, basis));
  const lying = new Map(tree.files.map((file) => [file.path, file.sha256]));
  return {
    outcomes: jobs.map((job, index) => sparedUnit(job, cache.get(digests[index] ?? ''), lying)),
    keep(outcomes, passed) {
      outcomes.forEach(({ unit, action, errors, files, passed: before }, index) => {
        const now = passed?.get(unit);
        const isKnown = action === 'cached' && (now === undefined || samePassed(now, before));
        if (isKnown || errors.length > 0) return;
        cache.put(digests[index] ?? '', now === undefined ? { files } : { files, passed: now });
      });
      cache.save(jobs.length === loaded.fleet.units.length);
    },
  };
}

function samePassed(now: Passed, before: Passed | undefined): boolean {
  return now.builtIn === before?.builtIn && now.custom === before.custom;
}

function basisOf({ loaded, options }: RenderRequest): RenderBasis {
  const modules = loaded.bundle?.modules ?? {};
  return {
    engine: engineDigest(options.ports.files),
    lock: lockDigest(options),
    // A recipe of the engine has no module of the user's: the engine's digest covers it.
    codeDigest: (recipe) => modules[recipe.module]?.digest ?? 'engine',
  };
}
