import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gitOk, projectRoot, temporaryFolder } from '../support/keelson.ts';

const folder = temporaryFolder();
const platform = join(folder.path, 'my-platform');

/** Runs a command in the new repository, as its user would. */
function run(cwd: string, command: string, ...args: readonly string[]): string {
  const result = spawnSync(command, args, { cwd, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1', CI: '' } });
  if (result.status !== 0)
    throw new Error(`${command} ${args.join(' ')} ended with ${result.status}\n${result.stdout}\n${result.stderr}`);
  return result.stdout;
}

function keelson(...args: readonly string[]): string {
  return run(platform, join(platform, 'node_modules/.bin/keelson'), ...args);
}

function write(path: string, text: string): void {
  const file = join(platform, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
}

beforeAll(() => {
  // A folder that has only the packed package; then `init` writes the repository, whose dependency is that same package.
  run(projectRoot, 'npm', 'pack', '--ignore-scripts', '--silent', '--pack-destination', folder.path);
  const tarball = readdirSync(folder.path).find((name) => name.endsWith('.tgz'));
  if (tarball === undefined) throw new Error('npm pack left no tarball');
  const packed = join(folder.path, tarball);
  const only = join(folder.path, 'only-the-package');
  mkdirSync(only);
  writeFileSync(join(only, 'package.json'), '{"private":true}');
  run(only, 'npm', 'install', '--no-audit', '--no-fund', '--prefer-offline', packed);
  run(only, join(only, 'node_modules/.bin/keelson'), 'init', platform);
  run(platform, 'npm', 'install', '--no-audit', '--no-fund', '--prefer-offline', packed);
  gitOk(platform, 'init', '--quiet');
}, 180_000);

afterAll(() => folder.remove());

test('init writes a repository whose own synth and verify pass', () => {
  keelson('synth');
  gitOk(platform, 'add', '--all');
  gitOk(platform, 'commit', '--quiet', '--message', 'Render');
  keelson('verify');
  keelson('validate', '--fail-on', 'warning');
  keelson('synth', '--check');
  expect(keelson('list', 'tenants').trim().split('\n').length).toBeGreaterThan(0);
  expect(readdirSync(join(platform, 'dist')).length).toBeGreaterThan(0);
});

test('the repository type-checks against the packed types', () => {
  const tsc = join(projectRoot, 'node_modules/typescript/bin/tsc');
  expect(run(platform, process.execPath, tsc, '--noEmit', '-p', 'tsconfig.json')).toBe('');
});

test('an own component, an own kind of app and an own baseline work', () => {
  write(
    'platform/node-tuning/component.ts',
    `import { defineComponent, KubeObject } from 'keelson';

export default defineComponent({
  name: 'node-tuning',
  category: 'runtime',
  description: 'Priority for batch work',
  owner: 'platform',
  lifecycle: { stage: 'beta' },
  build(scope) {
    new KubeObject(scope, 'batch', { apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', metadata: { name: 'batch' }, value: -10 });
  },
});
`,
  );
  write(
    'platform/apps/shard.ts',
    `import { defineAppKind, KubeObject, z } from 'keelson';

export default defineAppKind({
  name: 'shard',
  description: 'One ConfigMap per shard',
  schema: z.strictObject({ shards: z.int().min(1).default(2) }),
  build(scope, input) {
    const { name, namespace, spec } = input.app;
    for (let shard = 0; shard < spec.shards; shard += 1) {
      new KubeObject(scope, String(shard), {
        apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: \`\${name}-\${shard}\`, namespace }, data: { shard: String(shard) },
      });
    }
  },
});
`,
  );
  write(
    'platform/baseline.ts',
    `import { defineBaseline, KubeObject } from 'keelson';

export default defineBaseline({
  build(scope, input) {
    for (const name of input.tenant.namespaces) {
      new KubeObject(scope, name, { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels: { team: input.tenant.owner.team } } });
    }
  },
});
`,
  );
  const tenants = JSON.parse(keelson('list', 'tenants', '--json')) as {
    readonly items: readonly { readonly name: string }[];
  };
  const tenant = tenants.items[0]?.name ?? '';
  write(
    `tenants/${tenant}/shards.ts`,
    `import { defineApp } from 'keelson';

export const index = defineApp({
  name: 'index', tenant: '${tenant}', kind: 'shard', origin: { image: 'ghcr.io/example/index@sha256:${'a'.repeat(64)}' }, spec: { shards: 3 },
});
`,
  );
  keelson('synth', '--allow-delete', 'all');
  const rendered = run(platform, 'git', 'ls-files', '--others', '--exclude-standard', 'dist').trim().split('\n');
  expect(
    rendered.filter((file) => /\/node-tuning\/priorityclass[^/]*\.batch\.yaml$/.test(file)).length,
  ).toBeGreaterThan(0);
  expect(rendered.filter((file) => /\/index\/configmap\.index-[012]\.yaml$/.test(file))).toHaveLength(3);
  const namespace =
    run(platform, 'git', 'ls-files', 'dist')
      .split('\n')
      .find((file) => /baseline\/namespace\..*\.yaml$/.test(file)) ?? '';
  expect(readFileSync(join(platform, namespace), 'utf8')).toContain('team:');
  keelson('verify');
}, 120_000);
