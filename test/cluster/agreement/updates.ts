import type { ApiServer } from './api-server.ts';
import { demand } from './demands.ts';
import { judgeUpdates } from './judge-updates.ts';
import { judgeOurselves } from './ours.ts';
import type { Proved } from './proved.ts';
import { compare } from './scoring.ts';

const objects = 5000;

/** Changed objects: stored base objects with one mistake in each, as they would replace the stored ones. */
export async function prove(server: ApiServer, seed: number): Promise<Proved> {
  const judged = await judgeUpdates(server, seed, objects);
  const compared = judged
    .map((one) => compare(one, judgeOurselves(one.text, server.minor, one.old)))
    .filter((one) => one !== undefined);
  const { failed, notes } = demand(`changed objects, 1.${server.minor}`, judged, compared);
  const passed = compared.filter(({ comparison }) => comparison === 'agreed').length;
  return { name: 'changed objects', passed, failed, notes };
}
