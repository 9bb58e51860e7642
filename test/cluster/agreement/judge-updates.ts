import { strictDryRun, type Answer, type ApiServer } from './api-server.ts';
import { generate, parsedObject, type Mutant } from './generate.ts';
import { store } from './stored.ts';
import { contentType, inParallel, verdictOf, type Judged } from './verdict.ts';

/** Clients read these from the server before they send a change. */
const ofTheServer = /^metadata\.(name|resourceVersion)$/;

/** Stores base objects, asks about changes of them, and takes them away again. */
export async function judgeUpdates(server: ApiServer, seed: number, count: number): Promise<readonly Judged[]> {
  const { objects: stored, remove } = await store(server);
  try {
    const byPath = new Map(stored.map(({ path, whole }) => [path, whole]));
    const bases = stored.map(({ base }) => base);
    return await inParallel(generate(bases, count, seed, ofTheServer), async (mutant) => {
      const answer = await put(server, mutant);
      return { ...mutant, old: byPath.get(mutant.file) ?? {}, verdict: verdictOf(answer, parsedObject(mutant.text)) };
    });
  } finally {
    await remove();
  }
}

async function put(server: ApiServer, mutant: Mutant): Promise<Answer> {
  const path = `${mutant.file}?${strictDryRun}`;
  const first = await server.ask('PUT', path, mutant.text, contentType(mutant));
  if (first.status !== 409) return first;
  // A controller has written its status: only the resource version is another.
  const { body } = await server.ask('GET', mutant.file);
  const { resourceVersion } = (body?.['metadata'] ?? {}) as { resourceVersion?: string };
  const text = mutant.text.replace(/"resourceVersion":"\d+"/, `"resourceVersion":"${resourceVersion ?? ''}"`);
  return server.ask('PUT', path, text, contentType(mutant));
}
