import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import type { Files, UserError } from '../kernel/index.ts';
import { buildModules, type Built } from './build.ts';
import { dropOld, readIndex, writeFile, writeIndex, type BundleKey } from './bundle-cache.ts';
import type { Engine } from './engine.ts';

interface BundledModule {
  /** sha256 over the module's own code and that of everything it imports inside the repository. */
  readonly digest: string;
  /** Repo-relative files, sorted, its own included. */
  readonly inputs: readonly string[];
}

/** All TypeScript declarations as one file that Node can import: in this thread, and in any worker. */
export interface Bundle {
  /** Absolute. Beside it lies `<path>.map`. */
  readonly path: string;
  /** sha256 over every input, the engine and esbuild. */
  readonly digest: string;
  /** `file:` URLs of the engine's own modules that it imports. */
  readonly externals: readonly string[];
  /** By repo-relative file. Only declaration files, not what they import. */
  readonly modules: Readonly<Record<string, BundledModule>>;
}

export interface BundleOptions {
  readonly root: string;
  readonly files: Files;
  readonly engine: Engine;
  /** `keelson.allowImports` of package.json. */
  readonly allowed: readonly string[];
  /** Repo-relative declaration files. */
  readonly modules: readonly string[];
  /** The cache is not read, and the bundle goes elsewhere. */
  readonly noCache: boolean;
}

function hex(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A module's own file and all that it imports, as far as it lies in the repository. */
function closure(file: string, { inputs }: Metafile): readonly string[] {
  const found = new Set([file]);
  for (const current of found) {
    for (const imported of inputs[current]?.imports ?? []) if (imported.external !== true) found.add(imported.path);
  }
  return [...found].toSorted();
}

function bundledModules(modules: readonly string[], { metafile, seen, broken }: Built): Bundle['modules'] {
  const entries = modules
    .filter((module) => !broken.has(module))
    .map((module): [string, BundledModule] => {
      const inputs = closure(module, metafile);
      return [
        module,
        { inputs, digest: hex(JSON.stringify(inputs.map((input) => [input, seen.inputs.get(input)?.sha256]))) },
      ];
    });
  return Object.fromEntries(entries);
}

/** Builds the bundle, or takes the one in `.keelson/cache` when nothing that it consists of has changed. */
export async function makeBundle(
  options: BundleOptions,
): Promise<{ readonly bundle: Bundle | undefined; readonly errors: readonly UserError[] }> {
  const { root, files, engine, allowed, modules, noCache } = options;
  const folder = join(root, '.keelson', ...(noCache ? ['bundle'] : ['cache', 'bundle']));
  const key: BundleKey = { engine: [engine.root, engine.version, engine.esbuild], allowed, modules };
  if (!noCache) {
    const cached = readIndex(root, folder, key, files);
    if (cached !== undefined) return { bundle: cached, errors: [] };
  }
  const built = await buildModules(modules, join(folder, 'bundle.mjs'), { root, files, engine, allowed });
  if (!('code' in built)) return { bundle: undefined, errors: built };
  const inputs = [...built.seen.inputs].toSorted(([left], [right]) => (left < right ? -1 : 1));
  const digest = hex(JSON.stringify([key, inputs, [...built.broken].toSorted()]));
  const path = join(folder, `${digest}.mjs`);
  writeFile(path, built.code, files);
  writeFile(`${path}.map`, built.map, files);
  const bundle: Bundle = {
    path,
    digest,
    externals: [...built.seen.externals].toSorted(),
    modules: bundledModules(modules, built),
  };
  if (!noCache && built.broken.size === 0) {
    writeIndex(folder, { key, bundle, inputs, absent: [...built.seen.absent].toSorted(), code: built.code }, files);
  }
  dropOld(folder, digest, files);
  return { bundle, errors: built.errors };
}
