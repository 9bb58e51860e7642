import { createHash } from 'node:crypto';
import { extname, join, relative, sep } from 'node:path';
import type { Loader, OnResolveArgs, OnResolveResult, Plugin } from 'esbuild';
import type { Files } from '../kernel/index.ts';
import type { Engine } from './engine.ts';
import { judgeImport, packageName } from './import-rules.ts';

export interface ResolveContext {
  readonly root: string;
  readonly files: Files;
  readonly engine: Engine;
  readonly allowed: readonly string[];
  /** Files that do not build: replaced by a module that throws `brokenModule`, so that the others can be looked at. */
  readonly broken: ReadonlySet<string>;
}

/** What the plugin saw, for the digest. */
export interface Seen {
  /** Repo-relative path -> size and sha256 of exactly the bytes that were bundled. */
  readonly inputs: Map<string, { readonly size: number; readonly sha256: string }>;
  /** Paths that were looked for and were not there: one that appears would change the bundle. */
  readonly absent: Set<string>;
  readonly externals: Set<string>;
}

/** The file that imports all declarations; it exists in memory alone. */
export const entryName = '<declarations>';

/** What a stand-in for a broken file throws. */
export const brokenModule = 'keelson: this file does not build';

const loaders: Readonly<Record<string, Loader>> = {
  '.ts': 'ts',
  '.mts': 'ts',
  '.cts': 'ts',
  '.js': 'js',
  '.mjs': 'js',
  '.cjs': 'js',
  '.json': 'json',
};

/** With the file's own extension, with the one that stands for it in TypeScript, or with none. */
function candidates(path: string): readonly string[] {
  if (path.endsWith('.js')) return [path.replace(/\.js$/, '.ts'), path];
  return extname(path) in loaders ? [path] : [`${path}.ts`, `${path}/index.ts`, path];
}

function repoPath(root: string, path: string): string {
  return relative(root, path).split(sep).join('/');
}

function fail(text: string, hint: string): OnResolveResult {
  return { errors: [{ text, detail: { hint } }] };
}

function resolveFile(path: string, specifier: string, { root, files }: ResolveContext, seen: Seen): OnResolveResult {
  for (const candidate of candidates(path)) {
    if (files.type(join(root, candidate)) === 'file') {
      if (extname(candidate) in loaders) return { path: join(root, candidate) };
      return fail(
        `the import of \`${specifier}\` is refused: only TypeScript, JavaScript and JSON can be imported`,
        'Turn it into one of these.',
      );
    }
    seen.absent.add(candidate);
  }
  return fail(
    `the import of \`${specifier}\` leads to no file`,
    `Looked for ${candidates(path)
      .map((one) => `\`${one}\``)
      .join(', ')}.`,
  );
}

function resolveEngine(specifier: string, { engine }: ResolveContext, seen: Seen): OnResolveResult {
  const url = engine.resolve(specifier);
  if (url === undefined) {
    return fail(
      `the import of \`${specifier}\` is refused: the engine does not bring it`,
      'The engine brings `keelson`, `cdk8s`, `cdk8s-plus-28` and `constructs`.',
    );
  }
  seen.externals.add(url);
  return { path: url, external: true };
}

/** Inside an allowed package Node's own resolution holds, but the engine stays one and the machine stays out of reach. */
function resolveInPackage(specifier: string, context: ResolveContext, seen: Seen): OnResolveResult | undefined {
  if (specifier.startsWith('.')) return undefined;
  const verdict = judgeImport({ importer: 'package', specifier, allowed: [packageName(specifier)] });
  if (verdict.type === 'engine') return resolveEngine(specifier, context, seen);
  return verdict.type === 'refused' ? fail(verdict.message, 'Use a package that does not need it.') : undefined;
}

function readOrReason(path: string, files: Files): Buffer | string {
  try {
    return files.read(path);
  } catch (error) {
    return `the file cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  }
}

export function resolvePlugin(context: ResolveContext, seen: Seen): Plugin {
  const { root, files, broken } = context;

  function onResolve(request: OnResolveArgs): OnResolveResult | undefined {
    const { path: specifier, importer, kind } = request;
    if (kind === 'entry-point') return undefined;
    if (importer === join(root, entryName)) return { path: join(root, specifier) };
    if (kind === 'require-call' || kind === 'require-resolve') {
      if (!importer.includes(`${sep}node_modules${sep}`))
        return fail('`require` is refused', 'Write an `import` at the top of the file.');
    }
    if (importer.includes(`${sep}node_modules${sep}`)) return resolveInPackage(specifier, context, seen);
    const verdict = judgeImport({ importer: repoPath(root, importer), specifier, allowed: context.allowed });
    if (verdict.type === 'refused') return fail(verdict.message, verdict.hint);
    if (verdict.type === 'engine') return resolveEngine(verdict.specifier, context, seen);
    if (verdict.type === 'package') return undefined;
    if (/^(?:src|lib)\//.test(repoPath(context.engine.root, join(root, verdict.path)))) {
      return fail(
        `the import of \`${specifier}\` is refused: it is the engine's own source`,
        "Write `import { ... } from 'keelson'`.",
      );
    }
    return resolveFile(verdict.path, specifier, context, seen);
  }

  return {
    name: 'keelson',
    setup(build) {
      build.onResolve({ filter: /.*/ }, onResolve);
      build.onLoad({ filter: /.*/, namespace: 'file' }, ({ path }) => {
        const file = repoPath(root, path);
        const loader = loaders[extname(path)];
        if (loader === undefined) return { errors: [{ text: `\`${file}\` is no TypeScript, JavaScript or JSON` }] };
        if (broken.has(file)) return { contents: `throw new Error(${JSON.stringify(brokenModule)});`, loader: 'js' };
        const contents = readOrReason(path, files);
        if (typeof contents === 'string') {
          return { errors: [{ text: contents, location: { file, line: 1, column: 0, lineText: '' } }] };
        }
        seen.inputs.set(file, { size: contents.length, sha256: createHash('sha256').update(contents).digest('hex') });
        return { contents, loader };
      });
    },
  };
}
