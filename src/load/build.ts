import type { BuildFailure, Message, Metafile } from 'esbuild';
import type { UserError } from '../kernel/index.ts';
import { buildError } from './build-errors.ts';
import { entryName, resolvePlugin, type ResolveContext, type Seen } from './resolve-plugin.ts';

export interface Built {
  readonly code: Uint8Array;
  readonly map: Uint8Array;
  readonly metafile: Metafile;
  readonly seen: Seen;
  readonly broken: ReadonlySet<string>;
  readonly errors: readonly UserError[];
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors);
}

/**
 * Each module behind an `import()`: esbuild then evaluates it on demand, so that one that throws does not hide the others.
 */
function entry(modules: readonly string[]): string {
  const lines = modules.map((module) => `${JSON.stringify(module)}: () => import(${JSON.stringify(module)})`);
  return `export const modules = {\n${lines.join(',\n')}\n};\n`;
}

async function attempt(
  modules: readonly string[],
  outfile: string,
  context: ResolveContext,
): Promise<Built | readonly Message[]> {
  const { build } = await import('esbuild');
  const seen: Seen = { inputs: new Map(), absent: new Set(), externals: new Set() };
  try {
    const result = await build({
      stdin: { contents: entry(modules), resolveDir: context.root, sourcefile: entryName, loader: 'js' },
      absWorkingDir: context.root,
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      // A user's tsconfig is for the editor; what is rendered may not depend on it.
      tsconfigRaw: {},
      outfile,
      write: false,
      sourcemap: 'external',
      sourcesContent: false,
      metafile: true,
      logLevel: 'silent',
      logLimit: 0,
      logOverride: {
        'unsupported-dynamic-import': 'error',
        'unsupported-require-call': 'error',
        'indirect-require': 'error',
        'direct-eval': 'error',
        // What a stand-in does not export is no second mistake.
        'import-is-undefined': context.broken.size === 0 ? 'error' : 'silent',
      },
      plugins: [resolvePlugin(context, seen)],
    });
    const code = result.outputFiles.find((file) => file.path.endsWith('.mjs'));
    const map = result.outputFiles.find((file) => file.path.endsWith('.map'));
    if (code === undefined || map === undefined) throw new Error('esbuild gave no bundle');
    return {
      code: code.contents,
      map: map.contents,
      metafile: result.metafile,
      seen,
      broken: context.broken,
      errors: [],
    };
  } catch (error) {
    if (isBuildFailure(error)) return error.errors;
    throw error;
  }
}

/**
 * Bundles all modules. Files that do not build are reported and replaced, and the rest is built again: so the rest can be
 * checked in the same run. Ends, because each round finds another broken file or none.
 */
export async function buildModules(
  modules: readonly string[],
  outfile: string,
  context: Omit<ResolveContext, 'broken'>,
): Promise<Built | readonly UserError[]> {
  const broken = new Set<string>();
  const errors: UserError[] = [];
  for (;;) {
    const result = await attempt(modules, outfile, { ...context, broken });
    if ('code' in result) return { ...result, errors };
    errors.push(...result.map(buildError));
    const before = broken.size;
    for (const { location } of result) if (location !== null) broken.add(location.file);
    if (broken.size === before) return errors;
  }
}
