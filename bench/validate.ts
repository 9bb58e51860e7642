/**
 * kubeconform and Keelson on the same files, in turns, in one run; then the same objects from memory; then a cold run on the
 * reference platform. Ratios count, seconds are this machine's. Usage: npm run bench:validate [-- --apps 6144 --rounds 3]
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { defineRule, judge, selectRules } from '#src/validate/index.ts';
import type { Rule } from '#src/validate/index.ts';
import { writeJsonSchemas } from './json-schemas.ts';
import { keptManifests } from './kept-manifests.ts';
import { appManifests, writeManifests } from './manifests.ts';
import { measure } from './measure.ts';

const release = '1.36.3';
const kubeconformVersion = 'v0.8.0';
const { values } = parseArgs({ options: { apps: { type: 'string' }, rounds: { type: 'string' } } });
const apps = Number(values.apps ?? 6144);
const rounds = Number(values.rounds ?? 3);
const project = fileURLToPath(new URL('..', import.meta.url));
const cli = join(project, 'bin/keelson.js');
const folder = mkdtempSync(join(tmpdir(), 'keelson-bench-'));

try {
  execFileSync('go', ['install', `github.com/yannh/kubeconform/cmd/kubeconform@${kubeconformVersion}`], {
    env: { ...process.env, GOFLAGS: '-mod=mod', GOBIN: join(folder, 'bin') },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const manifests = join(folder, 'manifests');
  const schemas = join(folder, 'schemas');
  const files = writeManifests(manifests, apps);
  writeJsonSchemas(schemas, release);
  console.log(`${files} files, Kubernetes ${release}, ${rounds} rounds in turns`);
  const theirs: number[] = [];
  const ours: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    theirs.push(kubeconform(manifests, schemas, files));
    const { seconds, cpuSeconds, peakMegabytes } = measure(
      [cli, 'validate', manifests, '--kubernetes', '1.36', '--rules', 'api-server'],
      project,
    );
    ours.push(seconds);
    console.log(
      `  kubeconform ${theirs.at(-1)?.toFixed(2)} s, keelson ${seconds.toFixed(2)} s (${cpuSeconds.toFixed(1)} s CPU, ${peakMegabytes.toFixed(0)} MB)`,
    );
  }
  console.log(`keelson / kubeconform: ${(median(ours) / median(theirs)).toFixed(2)}`);
  fromMemory(8, selectRules({ names: ['strict'] }));
  const whole = fromMemory(apps, selectRules({ names: ['api-server'] }));
  console.log(`from memory, one thread, schema and api-server rules: ${whole.seconds.toFixed(2)} s`);
  strict();
  const cold = Array.from({ length: rounds }, () => measure([cli, 'validate'], project).seconds);
  console.log(`cold keelson validate of the reference platform: ${median(cold).toFixed(2)} s`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Seconds; throws when it skipped or refused anything: then the two did not do the same. */
function kubeconform(manifests: string, schemas: string, files: number): number {
  const location = `${schemas}/{{ .ResourceKind }}{{ .KindSuffix }}.json`;
  const start = performance.now();
  const run = spawnSync(
    join(folder, 'bin/kubeconform'),
    ['-strict', '-summary', '-output', 'json', '-n', '8', '-schema-location', location, manifests],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  const seconds = (performance.now() - start) / 1000;
  const { summary } = JSON.parse(run.stdout) as { readonly summary: Readonly<Record<string, number>> };
  if (summary['valid'] !== files || summary['skipped'] !== 0) throw new Error(JSON.stringify(summary));
  return seconds;
}

/** Every rule there is: how long it takes, how that grows with the objects, and what rules cost that no object is for. */
function strict(): void {
  const all = selectRules({ names: ['strict'] });
  const idle = Array.from({ length: all.length }, (_, index) =>
    defineRule({
      id: `idle-${index}`,
      set: 'strict',
      title: 'Idle.',
      fix: 'Idle.',
      severity: 'info',
      kinds: [`idle.example.com/Kind${index}`],
      check(_view, report) {
        report({ messageId: 'never', message: 'never', pointer: '' });
      },
    }),
  );
  const runs = { whole: [], half: [], more: [] } as Record<'whole' | 'half' | 'more', number[]>;
  let last = fromMemory(8, all, keptManifests);
  for (let round = 0; round < rounds; round += 1) {
    last = fromMemory(apps, all, keptManifests);
    runs.whole.push(last.seconds);
    runs.half.push(fromMemory(Math.ceil(apps / 2), all, keptManifests).seconds);
    runs.more.push(fromMemory(apps, [...all, ...idle], keptManifests).seconds);
  }
  const whole = median(runs.whole);
  console.log(
    `from memory, one thread, ${all.length} rules of strict: ${whole.toFixed(2)} s for ${last.objects} objects, ${last.findings} findings`,
  );
  const { seconds, findings } = fromMemory(apps, all);
  console.log(`  objects that are not so well kept: ${seconds.toFixed(2)} s, ${findings} findings`);
  console.log(`  twice the objects: ${(whole / median(runs.half)).toFixed(2)} times as long`);
  console.log(
    `  ${idle.length} more rules that match no kind: ${(median(runs.more) / whole).toFixed(2)} times as long`,
  );
}

interface MemoryRun {
  readonly seconds: number;
  readonly objects: number;
  readonly findings: number;
}

function fromMemory(count: number, rules: readonly Rule[], manifests = appManifests): MemoryRun {
  const files = Array.from({ length: count }, (_, index) =>
    manifests(index).map(([kind, text]) => ({ path: `${index}/${kind}`, text })),
  ).flat();
  const start = performance.now();
  const verdict = judge(files, { target: { minor: 36, podSecurity: { level: 'restricted' } }, rules });
  const seconds = (performance.now() - start) / 1000;
  if (verdict.checked !== files.length || verdict.findings.some(({ severity }) => severity === 'error')) {
    throw new Error(`${verdict.checked} of ${files.length} checked: ${JSON.stringify(verdict.findings[0])}`);
  }
  return { seconds, objects: verdict.objects, findings: verdict.findings.length };
}

function median(all: readonly number[]): number {
  return all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
}
