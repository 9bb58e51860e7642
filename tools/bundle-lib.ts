/**
 * Puts each large folder of `lib/` into its `index.js`: hundreds of small modules are what a cold start would wait for.
 * Other folders and packages stay imports, so that there is one instance of each. Runs after the compiler, on its output.
 */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Plugin } from 'esbuild';

const folders = [
  'formats',
  'yaml',
  'cel',
  'model',
  'schema',
  'api-server',
  'rendered',
  'analysis',
  'validate',
  'drift',
  'scaffold',
  'report',
];
const lib = fileURLToPath(new URL('../lib', import.meta.url));

/** Everything outside the folder itself. */
const outside: Plugin = {
  name: 'outside',
  setup(bundler) {
    const [entry = ''] = bundler.initialOptions.entryPoints as readonly string[];
    const folder = entry.slice(0, entry.lastIndexOf('/') + 1);
    bundler.onResolve({ filter: /.*/ }, ({ path, resolveDir, kind }) => {
      if (kind === 'entry-point') return undefined;
      if (!path.startsWith('.')) return { path, external: true };
      const target = new URL(path, `file://${resolveDir}/`).pathname;
      if (target.startsWith(folder)) return undefined;
      return { path: `../${target.slice(lib.length + 1)}`, external: true };
    });
  },
};

for (const folder of folders) {
  const entry = `${lib}/${folder}/index.js`;
  await build({
    entryPoints: [entry],
    outfile: entry,
    allowOverwrite: true,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    plugins: [outside],
    logLevel: 'warning',
  });
}
