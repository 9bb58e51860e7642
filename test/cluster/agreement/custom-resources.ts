import type { ApiServer } from './api-server.ts';
import { customBases, servedDefinitions } from './custom-resources/bases.ts';
import { judgeCustom } from './custom-resources/ours.ts';
import { pulledDefinitions } from './custom-resources/pulled.ts';
import { demand } from './demands.ts';
import { generate } from './generate.ts';
import type { Proved } from './proved.ts';
import { compare, type Compared } from './scoring.ts';
import { judge, type Judged } from './verdict.ts';

const objects = 6000;

/** New custom resources with one mistake in each: of every definition that the server has, judged by what `schema pull` keeps of it. */
export async function prove(server: ApiServer, seed: number): Promise<Proved> {
  const definitions = await servedDefinitions(server);
  const byKind = await pulledDefinitions(server, definitions);
  const bases = await customBases(server, definitions);
  const judged = await judge(server, generate(bases, objects, seed));
  const compared = judged
    .map((one) => {
      const definition = byKind.get(`${one.apiVersion}/${one.kind}`);
      return definition && compare(naming(one), judgeCustom(one.text, definition, server.minor));
    })
    .filter((one): one is Compared => one !== undefined);
  const { failed, notes } = demand(`custom resources, 1.${server.minor}`, judged, compared);
  const lacking = definitions.filter((one) => !bases.some(({ kind }) => kind === one.kind)).map(({ kind }) => kind);
  return {
    name: 'custom resources',
    passed: compared.filter(({ comparison }) => comparison === 'agreed').length,
    failed: [
      ...failed,
      ...(lacking.length > 0 ? [`no object for ${lacking.join(', ')}`] : []),
      ...(byKind.size < definitions.length ? [`pulled ${byKind.size} of ${definitions.length} versions`] : []),
    ],
    notes: [`${bases.length} objects of ${definitions.length} versions of definitions`, ...notes],
  };
}

/** The server has no field for what it says of unions, and for rules that it did not run. */
export function naming(judged: Judged): Judged {
  const causes = judged.verdict.causes.filter(({ field }) => field !== '<nil>');
  return { ...judged, verdict: { ...judged.verdict, causes } };
}
