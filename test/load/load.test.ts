import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nodeFiles } from '#src/io/index.ts';
import type { Files } from '#src/kernel/index.ts';
import { definedAt, load } from '#src/load/index.ts';
import type { LoadResult } from '#src/load/index.ts';
import { repository, write } from './repository.ts';

async function loaded(root: string): Promise<LoadResult> {
  const result = await load({ root, files: nodeFiles });
  expect(result.errors).toEqual([]);
  return result;
}

test('finds TypeScript and YAML declarations with their symbols and places', async () => {
  const { declarations } = await loaded(repository());
  const places = Object.values(declarations)
    .flat()
    .map(({ declared }) => `${declared.symbol} ${declared.file}:${declared.line}:${declared.column}`);
  expect(places.toSorted()).toEqual([
    'app-kind/service platform/apps/service.ts:4:16',
    'baseline platform/baseline.ts:4:16',
    'cluster/dev-eu-1 environments/dev/dev-eu-1.yaml:1:1',
    'cluster/hub-eu-1 environments/hub/hub-eu-1.ts:3:16',
    'commerce tenants/commerce.yaml:1:1',
    'component/priority-classes platform/priority-classes/component.ts:4:16',
    'environment/dev environments/dev/environment.ts:3:16',
    'environment/hub environments/hub/environment.yaml:1:1',
    'images/dev/payments environments/dev/images/payments.yaml:1:1',
    'payments tenants/payments.ts:3:16',
    'payments/checkout tenants/payments.ts:16:5',
    'release/dev environments/dev/release.yaml:1:1',
  ]);
});

test('a field is found in TypeScript and in YAML, else its nearest parent', async () => {
  const { declarations } = await loaded(repository());
  const payments = declarations.tenants.find((tenant) => tenant.value.name === 'payments');
  const cluster = declarations.clusters.find((one) => one.value.name === 'dev-eu-1');
  const app = declarations.apps[0];
  expect(payments?.at('/network/egressTo/0/ports/0')).toEqual(expect.objectContaining({ line: 14, column: 57 }));
  expect(payments?.at('/network/internet/egress')).toEqual(expect.objectContaining({ line: 14, column: 12 }));
  expect(payments?.at('/budget')).toEqual(payments?.declared);
  expect(app?.at('/spec/port')).toEqual(expect.objectContaining({ symbol: 'payments/checkout', line: 21, column: 21 }));
  expect(cluster?.at('/network/cidrs/pods')).toEqual(expect.objectContaining({ line: 11, column: 11 }));
});

test('the same tenant in YAML and in TypeScript gives the same value', async () => {
  const typescript = `import { defineTenant } from 'keelson';
export default defineTenant({ name: 'tracking', parent: 'commerce', network: { egressTo: [{ cidr: '10.9.0.0/16', ports: [443] }] } });
`;
  const yaml = 'name: tracking\nparent: commerce\nnetwork:\n  egressTo:\n    - cidr: 10.9.0.0/16\n      ports: [443]\n';
  const [one, other] = [
    await loaded(repository({ 'tenants/tracking.ts': typescript })),
    await loaded(repository({ 'tenants/tracking.yaml': yaml })),
  ].map(({ declarations }) => declarations.tenants.find((tenant) => tenant.value.name === 'tracking'));
  expect(one?.value).toEqual(other?.value);
});

test('an app may stand in a file of its own below the tenant, which re-exports nothing', async () => {
  const root = repository({
    'tenants/payments/ledger.ts': `import { defineApp } from 'keelson';
import facts from './facts.json';
export const ledger = defineApp({ name: facts.name, kind: 'service', origin: { image: 'ghcr.io/meridian/ledger' } });
`,
    'tenants/payments/facts.json': '{ "name": "ledger" }',
  });
  const { declarations, bundle } = await loaded(root);
  const ledger = declarations.apps.find((app) => app.value.name === 'ledger');
  expect(ledger).toEqual(expect.objectContaining({ module: 'tenants/payments/ledger.ts', export: 'ledger' }));
  expect(ledger?.value.tenant).toBe('payments');
  expect(bundle?.modules['tenants/payments/ledger.ts']?.inputs).toEqual([
    'tenants/payments/facts.json',
    'tenants/payments/ledger.ts',
  ]);
});

test('a definition that two modules export counts once, where its call stands', async () => {
  const root = repository({
    'tenants/payments/ledger.ts': `import { defineApp } from 'keelson';
export const ledger = defineApp({ name: 'ledger', kind: 'service', origin: { image: 'ghcr.io/meridian/ledger' } });
`,
    'tenants/payments/all.ts': "export { ledger } from './ledger.ts';\n",
  });
  const { declarations } = await loaded(root);
  const ledgers = declarations.apps.filter((app) => app.value.name === 'ledger');
  expect(ledgers.map((app) => app.module)).toEqual(['tenants/payments/ledger.ts']);
});

test("a recipe leads to the definition, whose functions are the author's", async () => {
  const { modules } = await loaded(repository());
  const defined = definedAt(modules, { module: 'platform/priority-classes/component.ts', export: 'default' });
  expect(defined?.kind).toBe('component');
  expect(definedAt(modules, { module: 'keelson:root', export: 'buildRoot' })).toBeUndefined();
});

test('the evaluation runs inside `around`, the engine is set up before', async () => {
  const root = repository({
    'platform/clock.ts': "export const seen = (globalThis as { keelsonTest?: string }).keelsonTest ?? 'nothing';\n",
  });
  const { modules } = await load({
    root,
    files: nodeFiles,
    async around(run) {
      Object.assign(globalThis, { keelsonTest: 'guarded' });
      try {
        return await run();
      } finally {
        Reflect.deleteProperty(globalThis, 'keelsonTest');
      }
    },
  });
  expect(modules.get('platform/clock.ts')).toEqual(expect.objectContaining({ seen: 'guarded' }));
});

test('errors of one file never hide those of another, and come in order', async () => {
  const root = repository({
    'platform/dns/component.ts': "import { readFileSync } from 'node:fs';\nexport default readFileSync;\n",
    'platform/sizes.ts': "import dns from './dns/component.ts';\nexport const size = dns;\n",
    'tenants/a.yaml': 'name: a\nownr: {}\n',
    'tenants/b.ts': "throw new Error('no tenant today');\n",
    'tenants/c.ts': "import { defineTenant } from 'keelson';\nexport default defineTenant({ name: 'd' });\n",
  });
  const { errors } = await load({ root, files: nodeFiles });
  expect(
    errors.map((error) => `${error.location?.file}:${error.location?.line}:${error.location?.column} ${error.code}`),
  ).toEqual([
    'platform/dns/component.ts:1:30 refused-import',
    'tenants/a.yaml:2:1 unknown-key',
    'tenants/b.ts:1:7 module-throws',
    'tenants/c.ts:2:37 name-differs-from-path',
  ]);
});

test('an empty repository is an error, not an empty platform', async () => {
  const root = repository();
  for (const folder of ['platform', 'tenants', 'environments'])
    nodeFiles.rename(`${root}/${folder}`, `${root}/old-${folder}`);
  const { errors } = await load({ root, files: nodeFiles });
  expect(errors.map((error) => error.code)).toEqual(['no-declarations']);
});

test('a package of keelson.allowImports is bundled, the machine stays out of its reach', async () => {
  const root = repository({
    'package.json': '{ "type": "module", "keelson": { "allowImports": ["sizes", "nosy"] } }',
    'node_modules/sizes/package.json': '{ "name": "sizes", "type": "module", "main": "index.js" }',
    'node_modules/sizes/index.js': "export { small } from './small.js';\n",
    'node_modules/sizes/small.js': "export const small = '100m';\n",
    'platform/sizes.ts': "import { small } from 'sizes';\nexport const size = small;\n",
  });
  const { modules, bundle } = await loaded(root);
  expect(modules.get('platform/sizes.ts')).toEqual(expect.objectContaining({ size: '100m' }));
  expect(bundle?.modules['platform/sizes.ts']?.inputs).toEqual([
    'node_modules/sizes/index.js',
    'node_modules/sizes/small.js',
    'platform/sizes.ts',
  ]);
  write(root, 'node_modules/nosy/package.json', '{ "name": "nosy", "type": "module", "main": "index.js" }');
  write(root, 'node_modules/nosy/index.js', "export { hostname } from 'node:os';\n");
  write(root, 'platform/host.ts', "export { hostname } from 'nosy';\n");
  const { errors } = await load({ root, files: nodeFiles });
  expect(errors.map((error) => `${error.location?.file}: ${error.message}`)).toEqual([
    'node_modules/nosy/index.js: the import of `node:os` is refused: a declaration may not depend on the machine that renders it',
  ]);
});

test('a folder where a file should be, a link, an unwritable cache: each is said', async () => {
  const root = repository({ 'tenants/tracking.yaml/name.md': 'a folder' });
  symlinkSync('payments.ts', join(root, 'tenants/shadow.ts'));
  const { errors } = await load({ root, files: nodeFiles });
  expect(errors.map((error) => `${error.location?.file} ${error.message}`)).toEqual([
    'tenants/shadow.ts this is a symbolic link',
    'tenants/tracking.yaml this is a folder, and a file should be here',
  ]);
  const clean = repository({ '.keelson': 'a file' });
  await expect(load({ root: clean, files: nodeFiles })).rejects.toMatchObject({ code: 'cannot-write' });
});

test('a file that cannot be read is an error of its own', async () => {
  const root = repository();
  const locked = new Set(['tenants/payments.ts', 'tenants/commerce.yaml'].map((path) => join(root, path)));
  const files: Files = {
    ...nodeFiles,
    read(path) {
      if (locked.has(path)) throw Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
      return nodeFiles.read(path);
    },
  };
  const { errors } = await load({ root, files });
  expect(errors.map((error) => `${error.location?.file} ${error.message}`)).toEqual([
    'tenants/commerce.yaml the file cannot be read: EACCES',
    'tenants/payments.ts the file cannot be read: EACCES: permission denied',
  ]);
});
