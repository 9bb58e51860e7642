import { expect, test } from 'vitest';
import { nodeFiles, nodeProcesses, systemClock } from '#src/io/index.ts';
import { recover } from '#src/rendered/index.ts';
import { child, inPairs } from './fixtures/child.ts';
import { copyOf, scenario } from './fixtures/scenario.ts';
import type { Scenario } from './fixtures/scenario.ts';
import { snapshot } from './fixtures/world.ts';

type Outcome = 'old' | 'new' | 'neither';

/** How the tree stands once the next command has recovered. Everything counts: no stage, journal or lock may be left. */
function outcomeAfterRecovery(root: string, { old, new: wanted }: Scenario): Outcome {
  recover({ files: nodeFiles, processes: nodeProcesses, clock: systemClock, root }, { wait: 0 });
  const tree = JSON.stringify(snapshot(root));
  if (tree === JSON.stringify(old)) return 'old';
  return tree === JSON.stringify(wanted) ? 'new' : 'neither';
}

function count(stdout: string): number {
  return Number(/calls (\d+)/.exec(stdout)?.[1]);
}

test('a write that is killed before or after any of its file-system calls ends old or new', async () => {
  const world = await scenario();
  const whole = copyOf(world.start);
  const calls = count((await child(['write', whole, world.input])).stdout);
  expect(calls).toBeGreaterThan(60);
  expect(snapshot(whole)).toEqual(world.new);

  const outcomes: Record<string, Outcome[]> = { before: [], after: [] };
  const jobs = ['before', 'after'].flatMap((when) =>
    Array.from({ length: calls }, (_, index) => async () => {
      const root = copyOf(world.start);
      const { signal, stdout, stderr } = await child(['write', root, world.input, when, String(index + 1)]);
      expect(signal, `${when} ${index + 1}: ${stdout}${stderr}`).toBe('SIGKILL');
      outcomes[when]![index] = outcomeAfterRecovery(root, world);
    }),
  );
  await inPairs(jobs);
  for (const list of Object.values(outcomes)) {
    // Old until the journal is there, new from then on: there is no way back in between.
    expect(list.join(' ')).toMatch(/^(?:old )+(?:new ?)+$/);
    expect(list).toHaveLength(calls);
  }
}, 180_000);

test('a recovery that is killed before any of its file-system calls is finished by the next', async () => {
  const world = await scenario();
  const calls = count((await child(['write', copyOf(world.start), world.input])).stdout);
  const half = await killedHalfway(world, calls);
  const interrupted = snapshot(half);
  expect(Object.keys(interrupted)).toContain('.keelson/journal');

  const steps = count((await child(['recover', copyOf(half)])).stdout);
  expect(steps).toBeGreaterThan(20);
  const outcomes: Outcome[] = [];
  await inPairs(
    Array.from({ length: steps }, (_, index) => async () => {
      const root = copyOf(half);
      await child(['recover', root, '-', 'before', String(index + 1)]);
      outcomes[index] = outcomeAfterRecovery(root, world);
    }),
  );
  expect(new Set(outcomes)).toEqual(new Set(['new']));
}, 180_000);

test('a larger write that is killed at 200 random times ends old or new', async () => {
  const world = await scenario(60);
  const timed = Date.now();
  await child(['write', copyOf(world.start), world.input]);
  // Loading takes the larger part of a run; the write itself is what is left after it.
  const span = Math.max(20, (Date.now() - timed) / 2);
  const outcomes: Outcome[] = [];
  let killed = 0;
  await inPairs(
    Array.from({ length: 200 }, (_, index) => async () => {
      const root = copyOf(world.start);
      const { signal } = await child(['write', root, world.input], { killAfter: Math.random() * span });
      if (signal === 'SIGKILL') killed += 1;
      outcomes[index] = outcomeAfterRecovery(root, world);
    }),
  );
  expect(outcomes).toHaveLength(200);
  expect(new Set(outcomes)).toEqual(new Set(['old', 'new']));
  expect(killed).toBeGreaterThan(50);
}, 180_000);

/** A folder whose write was killed between its renames: the first file is new, the last one is not there yet. */
async function killedHalfway(world: Scenario, calls: number): Promise<string> {
  let [early, late] = [1, calls];
  while (early < late) {
    const call = Math.floor((early + late) / 2);
    const root = copyOf(world.start);
    await child(['write', root, world.input, 'before', String(call)]);
    const tree = snapshot(root);
    const begun = tree['.github/CODEOWNERS'] === 'b\n';
    const finished = tree['dist/dev/dev-eu-1/tracking/ingest/cronjob.ingest.yaml'] !== undefined;
    if (begun && !finished) return root;
    if (begun) late = call;
    else early = call + 1;
  }
  throw new Error('no call lies between the renames');
}
