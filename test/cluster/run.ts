import { fileURLToPath } from 'node:url';
import { Clone } from './clone.ts';
import { findClusters } from './clusters.ts';
import { Outcome } from './outcome.ts';
import { prove } from './prove.ts';

async function main(): Promise<void> {
  const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
  const clusters = await findClusters(root);
  if (typeof clusters === 'string') {
    process.stdout.write(`cluster suite not run: ${clusters}\n`);
    return;
  }
  const outcome = new Outcome();
  outcome.say(`on ${clusters.note}`);
  const original = await Clone.of(root);
  const clone = await Clone.of(root);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void clusters.stop().finally(() => process.exit(130)));
  }
  try {
    await prove(outcome, clusters, clone, original);
  } catch (error) {
    outcome.failed += 1;
    outcome.say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  } finally {
    await clusters.stop();
    clone.remove();
    original.remove();
  }
  outcome.close();
  process.exitCode = outcome.failed === 0 ? 0 : 1;
}

try {
  await main();
} catch (error) {
  process.stdout.write(
    `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n0 passed, 1 failed\n`,
  );
  process.exitCode = 1;
}
