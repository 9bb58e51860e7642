import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { judgeOurselves } from './ours.ts';
import { compare, explain, scoreLine, scoreOf, type Compared, type Comparison } from './scoring.ts';
import type { Judged } from './verdict.ts';

/**
 * `tsx test/cluster/agreement/score.ts --verdicts FOLDER --kubernetes 1.36 [--updates] [--kind K] [--class C] [--only missed|false|paths] [--reason BadRequest] [--show N] [--text]`:
 * compares what `record.ts` wrote with what Keelson says now. No server is asked.
 */
const { values } = parseArgs({
  options: {
    verdicts: { type: 'string', default: join(tmpdir(), 'verdicts') },
    kubernetes: { type: 'string', default: '1.36' },
    kind: { type: 'string' },
    updates: { type: 'boolean', default: false },
    class: { type: 'string' },
    only: { type: 'string' },
    reason: { type: 'string' },
    show: { type: 'string' },
    text: { type: 'boolean', default: false },
  },
});
const folder = join(values.verdicts, `${values.updates ? 'updates-' : ''}${values.kubernetes}`);
if (!existsSync(folder)) throw new Error(`no verdicts at ${folder}: --verdicts FOLDER, as written by record.ts`);
const minor = Number(values.kubernetes.split('.')[1]);
const show = Number(values.show ?? (values.kind === undefined ? 0 : 10));

const all: Compared[] = [];
for (const file of readdirSync(folder).toSorted()) {
  const kind = file.replace(/\.jsonl$/, '');
  if (values.kind !== undefined && kind !== values.kind) continue;
  const lines = readFileSync(join(folder, file), 'utf8').trimEnd().split('\n');
  const compared = lines
    .map((line) => JSON.parse(line) as Judged)
    .filter((one) => values.class === undefined || one.class === values.class)
    .filter(({ verdict }) => values.reason === undefined || verdict.reason === values.reason)
    .map((one) => compare(one, judgeOurselves(one.text, minor, one.old)))
    .filter((one) => one !== undefined);
  all.push(...compared);
  process.stdout.write(`${scoreLine(kind, scoreOf(compared))}\n`);
}
const shown: readonly [string, Comparison][] = [
  ['false', 'falsely refused'],
  ['missed', 'missed'],
  ['paths', 'other paths'],
];
for (const [name, comparison] of shown) {
  if (values.only !== undefined && values.only !== name) continue;
  for (const one of all.filter((item) => item.comparison === comparison).slice(0, show)) {
    process.stdout.write(`${explain(one)}\n${values.text ? `      ${one.judged.text}\n` : ''}`);
  }
}
process.stdout.write(`${scoreLine(`all (${values.kubernetes})`, scoreOf(all))}\n`);
