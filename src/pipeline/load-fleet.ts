import { throwAll, type UserError } from '../kernel/index.ts';
import { load, type LoadResult } from '../load/index.ts';
import { resolveFleet, type Fleet } from '../model/index.ts';
import { recover } from '../rendered/index.ts';
import { installGuard, type Recipes, type UserCode } from '../synth/index.ts';
import { ownAdmissionRule } from '../validate/index.ts';
import type { OwnRule } from '../validate/index.ts';
import { ownRulesOf } from './own-rules.ts';
import { recipesIn } from './recipes.ts';
import type { PipelineOptions } from './types.ts';
import { userCodeOf } from './user-code.ts';

/** The resolved platform together with the code that renders it. */
export interface LoadedFleet {
  readonly fleet: Fleet;
  readonly bundle: LoadResult['bundle'];
  readonly recipes: Recipes;
  readonly code: UserCode;
  /** The organisation's own, of `platform/policy/`, with their code. */
  readonly rules: readonly OwnRule[];
}

/**
 * load -> model. Finishes an interrupted write first, as every command does. The declarations' own code runs under the
 * determinism guard. Throws UserErrors: all that are wrong with the declarations, or if nothing is, with the platform that they describe.
 */
export async function loadFleet(options: PipelineOptions): Promise<LoadedFleet> {
  const { root, ports, progress } = options;
  const code = userCodeOf(root);
  recover({ ...ports, root });

  progress?.({ stage: 'load', done: 0 });
  const refused: UserError[] = [];
  const loaded = await load({
    root,
    files: ports.files,
    noCache: options.noCache ?? false,
    around: (run) => guarded(code, refused, run),
  });
  throwAll(withRefusals(loaded.errors, refusedAtEvaluation(loaded.bundle?.path, refused)));

  progress?.({ stage: 'resolve', done: 0 });
  const refusedLater: UserError[] = [];
  const resolved = await guarded(code, refusedLater, async () => resolveFleet(loaded.declarations));
  throwAll(withRefusals(resolved.errors, refusedLater));
  return {
    fleet: resolved.fleet,
    bundle: loaded.bundle,
    recipes: recipesIn(loaded.modules),
    code,
    rules: [...ownRulesOf(loaded.declarations.rules), ...resolved.fleet.policy.admissionRules.map(ownAdmissionRule)],
  };
}

/** Runs under the guard and collects what it refused, also what the declaration's code caught and went on from. */
async function guarded<Result>(code: UserCode, refused: UserError[], run: () => Promise<Result>): Promise<Result> {
  const guard = installGuard(code);
  try {
    return await run();
  } finally {
    refused.push(...guard.take());
    guard.uninstall();
  }
}

/** Node evaluates a bundle once per process; what was refused then holds for as long as its modules do. */
const evaluations = new Map<string, readonly UserError[]>();

function refusedAtEvaluation(bundle: string | undefined, now: readonly UserError[]): readonly UserError[] {
  if (bundle === undefined) return now;
  const refused = evaluations.get(bundle) ?? now;
  evaluations.set(bundle, refused);
  return refused;
}

/** The refusals that nobody reported: those that were not caught have become errors of their place. */
function withRefusals(errors: readonly UserError[], refused: readonly UserError[]): readonly UserError[] {
  const hidden = refused.filter((one) => !errors.some((error) => error.message.includes(one.message)));
  return [...errors, ...hidden];
}
