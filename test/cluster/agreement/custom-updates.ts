import { strictDryRun, type ApiServer } from './api-server.ts';
import { customBases, servedDefinitions } from './custom-resources/bases.ts';
import { judgeCustom } from './custom-resources/ours.ts';
import { storeCustom } from './custom-resources/stored.ts';
import { naming } from './custom-resources.ts';
import { demand } from './demands.ts';
import { generate, parsedObject } from './generate.ts';
import type { Proved } from './proved.ts';
import { compare, type Compared } from './scoring.ts';
import { inParallel, verdictOf, type Judged } from './verdict.ts';

const objects = 4000;

/** Changed custom resources: immutable fields, rules that look at the old object, what did not change. */
export async function prove(server: ApiServer, seed: number): Promise<Proved> {
  const definitions = await servedDefinitions(server);
  const byKind = new Map(definitions.map((one) => [`${one.group}/${one.version}/${one.kind}`, one]));
  const judged = await judgeCustomUpdates(server, seed, objects);
  const compared = judged
    .map((one) => {
      const definition = byKind.get(`${one.apiVersion}/${one.kind}`);
      return definition && compare(naming(one), judgeCustom(one.text, definition, server.minor, one.old));
    })
    .filter((one): one is Compared => one !== undefined);
  const { failed, notes } = demand(`changed custom resources, 1.${server.minor}`, judged, compared);
  return {
    name: 'changed custom resources',
    passed: compared.filter(({ comparison }) => comparison === 'agreed').length,
    failed,
    notes,
  };
}

export async function judgeCustomUpdates(server: ApiServer, seed: number, count: number): Promise<readonly Judged[]> {
  const bases = await customBases(server, await servedDefinitions(server));
  const { objects: stored, remove } = await storeCustom(server, bases);
  try {
    const byPath = new Map(stored.map(({ file, object }) => [file, object]));
    return await inParallel(generate(stored, count, seed), async (mutant) => {
      const answer = await server.ask('PUT', `${mutant.file}?${strictDryRun}`, mutant.text);
      return { ...mutant, old: byPath.get(mutant.file) ?? {}, verdict: verdictOf(answer, parsedObject(mutant.text)) };
    });
  } finally {
    await remove();
  }
}
