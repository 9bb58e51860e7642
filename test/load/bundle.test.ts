import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Files } from '#src/kernel/index.ts';
import { nodeFiles } from '#src/io/index.ts';
import { load, openPositions, type LoadResult } from '#src/load/index.ts';
import { repository, write } from './repository.ts';

type Bundle = NonNullable<LoadResult['bundle']>;

/** Loads, and says whether the bundle was written, which happens only after esbuild ran. */
async function bundled(root: string, noCache = false): Promise<{ readonly bundle: Bundle; readonly built: boolean }> {
  const written: string[] = [];
  const files: Files = {
    ...nodeFiles,
    write(path, data, options) {
      written.push(path);
      nodeFiles.write(path, data, options);
    },
  };
  const { bundle, errors } = await load({ root, files, noCache });
  expect(errors).toEqual([]);
  if (bundle === undefined) throw new Error('there is a bundle when there are no errors');
  return { bundle, built: written.length > 0 };
}

test('nothing changed: esbuild is not started, and the bundle is the same', async () => {
  const root = repository();
  const first = await bundled(root);
  const second = await bundled(root);
  expect([first.built, second.built]).toEqual([true, false]);
  expect(second.bundle).toEqual(first.bundle);
});

test.each<readonly [string, (root: string) => void]>([
  [
    'a declaration',
    (root) =>
      write(root, 'tenants/payments.ts', `${readFileSync(join(root, 'tenants/payments.ts'), 'utf8')}\n// note\n`),
  ],
  ['what a declaration imports', (root) => write(root, 'platform/apps/shared/size.json', '{ "size": "200m" }')],
  ['a new declaration', (root) => write(root, 'platform/more.ts', 'export const more = 1;\n')],
  ['a file that would be found first', (root) => write(root, 'platform/shade.ts', "export const shade = 'dark';\n")],
  ['the list of packages', (root) => write(root, 'package.json', '{ "keelson": { "allowImports": ["sizes"] } }')],
  ['a cut bundle', (root) => cut(root)],
])('%s changes: the bundle is built again', async (_name, change) => {
  const root = repository({
    'platform/sizes.ts':
      "import size from './apps/shared/size.json';\nimport { shade } from './shade.js';\nexport const all = [size, shade];\n",
    'platform/apps/shared/size.json': '{ "size": "100m" }',
    'platform/shade.js': "export const shade = 'light';\n",
  });
  await bundled(root);
  expect((await bundled(root)).built).toBe(false);
  change(root);
  expect((await bundled(root)).built).toBe(true);
});

function cut(root: string): void {
  const folder = join(root, '.keelson/cache/bundle');
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.mjs'))) {
    writeFileSync(join(folder, name), readFileSync(join(folder, name)).subarray(0, 100));
  }
}

test('a module has its own digest: it changes with what it imports, and with nothing else', async () => {
  const root = repository({
    'platform/sizes.ts': "import size from './size.json';\nexport const all = [size];\n",
    'platform/size.json': '"100m"',
  });
  const { bundle: before } = await bundled(root);
  write(root, 'platform/size.json', '"200m"');
  const { bundle: after } = await bundled(root);
  const changed = Object.keys(after.modules).filter(
    (file) => after.modules[file]?.digest !== before.modules[file]?.digest,
  );
  expect(changed).toEqual(['platform/sizes.ts']);
  expect(after.digest).not.toBe(before.digest);
});

test('digests do not depend on where the repository lies', async () => {
  const [one, other] = [await bundled(repository()), await bundled(repository())];
  expect(one.bundle.modules).toEqual(other.bundle.modules);
  expect(one.bundle.digest).toBe(other.bundle.digest);
});

test('without the cache nothing is read from it nor written to it', async () => {
  const root = repository();
  expect((await bundled(root, true)).built).toBe(true);
  expect((await bundled(root, true)).built).toBe(true);
  expect(existsSync(join(root, '.keelson/cache'))).toBe(false);
});

test("keelson and cdk8s in the bundle are the running engine's", async () => {
  const { bundle } = await bundled(repository());
  const engine = new URL('../..', import.meta.url).href;
  expect(bundle.externals).toEqual([`${engine}lib/index.js`, `${engine}node_modules/cdk8s/lib/index.js`]);
});

test('a frame of the bundle leads back to the file that somebody wrote', async () => {
  const root = repository({
    'platform/late.ts': "\nexport function late(): string {\n  return new Error('late').stack ?? '';\n}\n",
  });
  const { modules, bundle } = await load({ root, files: nodeFiles });
  const late = modules.get('platform/late.ts')?.['late'];
  if (typeof late !== 'function' || bundle === undefined) throw new Error('the module exports a function');
  const frame = String(Reflect.apply(late, undefined, [])).split('\n')[1] ?? '';
  const positions = openPositions(root, bundle.path);
  expect(positions.locate(frame)).toEqual({ file: 'platform/late.ts', line: 3, column: 10 });
  expect(positions.locate('at Object.<anonymous> (node:internal/modules:1:2)')).toBeUndefined();
});
