import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Outcome, must } from '../outcome.ts';
import { prove as admission } from './admission.ts';
import type { ApiServer } from './api-server.ts';
import { prove as cel } from './cel.ts';
import { prove as combinations } from './combinations.ts';
import { prove as creates } from './creates.ts';
import { prove as customRatcheting } from './custom-ratcheting.ts';
import { prove as customResources } from './custom-resources.ts';
import { prove as customUpdates } from './custom-updates.ts';
import { ensureNamespace, removeNamespace } from './namespaces.ts';
import { prove as podSecurity } from './pod-security.ts';
import type { Proof } from './proved.ts';
import { prove as received } from './received.ts';
import { findServers } from './servers.ts';
import { prove as tables } from './tables.ts';
import { prove as updates } from './updates.ts';
import { namespace } from './verdict.ts';

const proofs: Readonly<Record<string, Proof>> = {
  tables,
  creates,
  updates,
  combinations,
  'custom-resources': customResources,
  'custom-updates': customUpdates,
  'custom-ratcheting': customRatcheting,
  'pod-security': podSecurity,
  cel,
  received,
  admission,
};

const { values } = parseArgs({ options: { seed: { type: 'string' }, only: { type: 'string' } } });

async function main(): Promise<void> {
  const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');
  const found = await findServers(root);
  if (typeof found === 'string') {
    process.stdout.write(`agreement suite not run: ${found}\n`);
    return;
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void found.stop().finally(() => process.exit(130)));
  }
  const seed = Number(values.seed ?? Date.now() % 1_000_000_007);
  const outcome = new Outcome();
  outcome.say(`on ${found.note}; --seed ${seed}`);
  try {
    for (const server of found.servers) await proveOn(server, seed, outcome);
  } finally {
    await found.stop();
  }
  outcome.close();
  process.exitCode = outcome.failed === 0 ? 0 : 1;
}

async function proveOn(server: ApiServer, seed: number, outcome: Outcome): Promise<void> {
  const ours = await ensureNamespace(server, namespace);
  try {
    for (const [name, proof] of Object.entries(proofs)) {
      if (values.only !== undefined && values.only !== name) continue;
      await outcome.prove(`${name} on ${server.version}`, 900, async () => {
        const { passed, failed, notes } = await proof(server, seed);
        outcome.say(notes.join('\n'));
        must(failed.length === 0, failed.join('\n'));
        return `${passed} agree`;
      });
    }
  } finally {
    if (ours) await removeNamespace(server, namespace);
  }
}

try {
  await main();
} catch (error) {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stdout.write(`${text}\n0 passed, 1 failed\n`);
  process.exitCode = 1;
}
