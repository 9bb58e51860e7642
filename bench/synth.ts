/**
 * Renders 49,152 app objects (64 environments x 256 apps x 3) from declaration files on disk through the packed CLI, beside stock
 * cdk8s with one App: `npm run bench [-- --environments N]`. A figure to know, not a gate.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeFleet } from './fleet.ts';
import { measure } from './measure.ts';

const root = resolve(import.meta.dirname, '..');
const { values } = parseArgs({ options: { environments: { type: 'string', default: '64' } } });
const size = { environments: Number(values.environments), tenants: 16, appsPerTenant: 16 };
const apps = size.tenants * size.appsPerTenant;
const scratch = mkdtempSync(join(tmpdir(), 'keelson-bench-'));

try {
  const packed = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', scratch], {
      cwd: root,
      encoding: 'utf8',
    }),
  ) as readonly { readonly filename: string }[];
  const repository = join(scratch, 'repository');
  mkdirSync(repository);
  writeFleet(repository, size);
  execFileSync(
    'npm',
    ['install', '--no-audit', '--no-fund', '--prefer-offline', join(scratch, packed[0]?.filename ?? '')],
    {
      cwd: repository,
      stdio: 'ignore',
    },
  );
  const cli = join(repository, 'node_modules/keelson/bin/keelson.js');

  const runs = {
    'keelson synth, empty dist': measure([cli, 'synth'], repository),
    'keelson synth, nothing changed': measure([cli, 'synth'], repository),
    'keelson synth --check': measure([cli, 'synth', '--check'], repository),
    'stock cdk8s, one App': measure(
      [
        '--import',
        'tsx',
        join(root, 'bench/stock-cdk8s.ts'),
        join(scratch, 'stock'),
        String(size.environments),
        String(apps),
      ],
      root,
    ),
  };
  const stock = runs['stock cdk8s, one App'];
  console.log(
    `${size.environments} environments x ${apps} apps x 3 objects = ${size.environments * apps * 3} app objects`,
  );
  console.log('| run | time | CPU | peak memory | stock / this |');
  console.log('| --- | --- | --- | --- | --- |');
  for (const [name, run] of Object.entries(runs)) {
    const ratio = (stock.seconds / run.seconds).toFixed(1);
    console.log(
      `| ${name} | ${run.seconds.toFixed(1)} s | ${run.cpuSeconds.toFixed(1)} s | ${run.peakMegabytes.toFixed(0)} MB | ${ratio} |`,
    );
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
