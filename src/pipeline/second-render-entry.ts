import { fieldsOf, UserError, UserErrors, throwAll } from '../kernel/index.ts';
import { nodeFiles } from '../io/index.ts';
import { load } from '../load/index.ts';
import { resolveFleet } from '../model/index.ts';
import { perturbWorld, renderTexts } from '../synth/index.ts';
import { recipesIn } from './recipes.ts';
import { jobsOf } from './render-units.ts';
import type { Disagreement, SecondAnswer, SecondRequest } from './second-render.ts';
import { userCodeOf } from './user-code.ts';

/** Entry of the second render's process. There is no guard here: what it does not see shall show. */
perturbWorld();
process.once('message', (request: SecondRequest) => {
  render(request)
    .then(answer, (error: unknown) => answer(failure(error)))
    .catch(() => process.exit(70));
});

function answer(message: SecondAnswer): void {
  process.send?.(message);
}

async function render({ root, units, first }: SecondRequest): Promise<SecondAnswer> {
  const loaded = await load({ root, files: nodeFiles, noCache: true });
  throwAll(loaded.errors);
  const { fleet, errors } = resolveFleet(loaded.declarations);
  throwAll(errors);
  const wanted = new Set(units);
  const jobs = jobsOf(
    fleet,
    fleet.units.filter(({ ref }) => wanted.has(ref.id)),
  );
  const context = { recipes: recipesIn(loaded.modules), code: userCodeOf(root) };
  const missing = new Set(Object.keys(first));
  const differing: Disagreement[] = [];
  for (const job of jobs.toReversed()) {
    for (const { path, unit, sha256, text } of renderTexts(job, context)) {
      missing.delete(path);
      if (first[path] !== sha256) differing.push({ path, unit, text });
    }
  }
  for (const path of missing) differing.push({ path, unit: path.split('/').slice(1, 5).join('/') });
  return { differing };
}

function failure(error: unknown): SecondAnswer {
  if (error instanceof UserErrors) return { errors: error.errors.map(fieldsOf) };
  if (error instanceof UserError) return { errors: [fieldsOf(error)] };
  return { bug: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}
