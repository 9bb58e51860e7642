import { strictDryRun, type ApiServer } from './api-server.ts';
import { generate, parsedObject } from './generate.ts';
import { store } from './stored.ts';
import { contentType, inParallel, verdictOf, type Judged } from './verdict.ts';

/** Stores base objects, asks about changes of them, and takes them away again. */
export async function judgeUpdates(server: ApiServer, seed: number, count: number): Promise<readonly Judged[]> {
  const { objects: stored, remove } = await store(server);
  try {
    const byPath = new Map(stored.map((one) => [one.path, one.base.object]));
    const mutants = generate(
      stored.map(({ base }) => base),
      count,
      seed,
    );
    return await inParallel(mutants, async (mutant) => {
      const answer = await server.ask('PUT', `${mutant.file}?${strictDryRun}`, mutant.text, contentType(mutant));
      return { ...mutant, old: byPath.get(mutant.file) ?? {}, verdict: verdictOf(answer, parsedObject(mutant.text)) };
    });
  } finally {
    await remove();
  }
}
