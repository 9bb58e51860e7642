import { strictDryRun, type ApiServer } from './api-server.ts';
import { demand } from './demands.ts';
import { generate, parsedObject } from './generate.ts';
import { judgeOurselves } from './ours.ts';
import type { Proved } from './proved.ts';
import { compare } from './scoring.ts';
import { store } from './stored.ts';
import { contentType, inParallel, verdictOf, type Judged } from './verdict.ts';

const objects = 5000;

/** Changed objects: stored base objects with one mistake in each, as they would replace the stored ones. */
export async function prove(server: ApiServer, seed: number): Promise<Proved> {
  const judged = await judgeUpdates(server, seed, objects);
  const compared = judged
    .map((one) => compare(one, judgeOurselves(one.text, server.minor, one.old)))
    .filter((one) => one !== undefined);
  const { failed, notes } = demand(`changed objects, 1.${server.minor}`, compared);
  const passed = compared.filter(({ comparison }) => comparison === 'agreed').length;
  return { name: 'changed objects', passed, failed, notes };
}

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
