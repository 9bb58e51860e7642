import { acceptedBases } from './accepted.ts';
import type { ApiServer } from './api-server.ts';
import { demand, spread } from './demands.ts';
import { unlikeTheEngine } from './engine.ts';
import { unfilledFields } from './filled.ts';
import { generate } from './generate.ts';
import { judgeOurselves } from './ours.ts';
import type { Proved } from './proved.ts';
import { compare } from './scoring.ts';
import { judge } from './verdict.ts';

const objects = 12_000;
const leastObjects = 10_000;
const leastKinds = 45;

/** New objects: base objects with one mistake in each. */
export async function prove(server: ApiServer, seed: number): Promise<Proved> {
  const bases = await acceptedBases(server);
  const unfilled = unfilledFields(bases, server.minor).map((field) => `no base object fills ${field}`);
  const judged = await judge(server, generate(bases.objects, objects, seed));
  const compared = judged
    .map((one) => compare(one, judgeOurselves(one.text, server.minor)))
    .filter((one) => one !== undefined);
  const { failed, notes } = demand(`new objects, 1.${server.minor}`, judged, compared);
  const narrow = spread(judged, leastObjects, leastKinds);
  const refused = bases.refused.map((line) => `base object refused: ${line}`);
  return {
    name: 'new objects',
    passed: compared.filter(({ comparison }) => comparison === 'agreed').length,
    failed: [...refused, ...unfilled, ...narrow, ...failed, ...unlikeTheEngine(compared, server.minor)],
    notes,
  };
}
