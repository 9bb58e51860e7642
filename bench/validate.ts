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
import { mergeVerdicts, openEngine, selectRules } from '#src/validate/index.ts';
import { writeJsonSchemas } from './json-schemas.ts';
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
  console.log(`from memory, one thread: ${fromMemory().toFixed(2)} s`);
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

function fromMemory(): number {
  const texts = Array.from({ length: apps }, (_, index) => appManifests(index)).flat();
  const start = performance.now();
  const engine = openEngine({ target: { minor: 36 }, rules: selectRules({ names: ['api-server'] }) });
  const verdict = mergeVerdicts(
    texts.map(([kind, text], index) => engine.checkFile({ path: `${index}/${kind}`, text })),
  );
  const seconds = (performance.now() - start) / 1000;
  if (verdict.checked !== texts.length || verdict.findings.length > 0) {
    throw new Error(`${verdict.checked} of ${texts.length} checked: ${JSON.stringify(verdict.findings[0])}`);
  }
  return seconds;
}

function median(all: readonly number[]): number {
  return all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
}
