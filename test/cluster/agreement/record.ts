import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { acceptedBases } from './accepted.ts';
import { ApiServer } from './api-server.ts';
import { unfilledFields } from './filled.ts';
import { generate, type Mutant } from './generate.ts';
import { countsOf } from './counts.ts';
import { judgeUpdates } from './judge-updates.ts';
import { judge } from './verdict.ts';

/**
 * `tsx test/cluster/agreement/record.ts --out FOLDER [--seed N] [--count N] [--kind K] [--updates]`: asks the server of KUBECONFIG about
 * generated objects and writes what it said to FOLDER/<minor>/<Kind>.jsonl, for `score.ts`.
 */
const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '12000' },
    kind: { type: 'string' },
    updates: { type: 'boolean', default: false },
  },
});
const { KUBECONFIG } = process.env;
if (values.out === undefined || KUBECONFIG === undefined) throw new Error('--out FOLDER and KUBECONFIG are needed');

const server = await ApiServer.connect(KUBECONFIG);
const bases = await acceptedBases(server);
const whole = bases.objects.map(({ apiVersion, kind, object, file }): Mutant => {
  return { class: 'base', apiVersion, kind, file, change: file, text: JSON.stringify(object) };
});
const mutants = [...whole, ...generate(bases.objects, Number(values.count), Number(values.seed))];
const judged = values.updates
  ? await judgeUpdates(server, Number(values.seed), Number(values.count))
  : await judge(
      server,
      mutants.filter(({ kind }) => values.kind === undefined || kind === values.kind),
    );
const folder = join(values.out, `${values.updates ? 'updates-' : ''}1.${server.minor}`);
mkdirSync(folder, { recursive: true });
for (const kind of new Set(judged.map((one) => one.kind))) {
  const lines = judged.filter((one) => one.kind === kind).map((one) => `${JSON.stringify(one)}\n`);
  writeFileSync(join(folder, `${kind}.jsonl`), lines.join(''));
}
for (const line of bases.refused) process.stdout.write(`base object refused: ${line}\n`);
for (const field of unfilledFields(bases, server.minor)) process.stdout.write(`no base object fills ${field}\n`);
for (const line of countsOf(judged)) process.stdout.write(`${line}\n`);
