import { throwAll } from '../kernel/index.ts';
import { load, type LoadResult } from '../load/index.ts';
import { resolveFleet, type Fleet } from '../model/index.ts';
import { recover } from '../rendered/index.ts';
import { installGuard, type Recipes, type UserCode } from '../synth/index.ts';
import { recipesIn } from './recipes.ts';
import type { PipelineOptions } from './types.ts';
import { userCodeOf } from './user-code.ts';

/** The resolved platform together with the code that renders it. */
export interface LoadedFleet {
  readonly fleet: Fleet;
  readonly bundle: LoadResult['bundle'];
  readonly recipes: Recipes;
  readonly code: UserCode;
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
  const loaded = await load({
    root,
    files: ports.files,
    noCache: options.noCache ?? false,
    around: (run) => guarded(code, run),
  });
  throwAll(loaded.errors);

  progress?.({ stage: 'resolve', done: 0 });
  const resolved = await guarded(code, async () => resolveFleet(loaded.declarations));
  throwAll(resolved.errors);
  return { fleet: resolved.fleet, bundle: loaded.bundle, recipes: recipesIn(loaded.modules), code };
}

/** Refusals are thrown where they happen; one that the declaration's code caught is not looked for here, the second render shows it. */
async function guarded<Result>(code: UserCode, run: () => Promise<Result>): Promise<Result> {
  const guard = installGuard(code);
  try {
    return await run();
  } finally {
    guard.uninstall();
  }
}
