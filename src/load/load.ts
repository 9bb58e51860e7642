import type { Files, UserError } from '../kernel/index.ts';
import type { Loaded } from '../model/types.ts';
import { readAllowedImports } from './allowed-imports.ts';
import { makeBundle, type Bundle } from './bundle.ts';
import { declarationsOf } from './declarations-of.ts';
import type { CheckedDeclaration } from './declared-value.ts';
import { runningEngine, type Engine } from './engine.ts';
import { evaluate, type Around, type Modules } from './evaluate.ts';
import { findFiles } from './find-files.ts';
import { openPositions, type Positions } from './positions.ts';
import { sortErrors } from './sort-errors.ts';
import { collectDeclarations } from './typescript-declarations.ts';
import { readDeclaration } from './yaml-declaration.ts';

export interface LoadOptions {
  /** Absolute path of the repository. */
  readonly root: string;
  readonly files: Files;
  /** Default: the engine that runs. */
  readonly engine?: Engine;
  /** Runs the evaluation of the modules inside something, for example the determinism guard. */
  readonly around?: Around;
  /** `.keelson/cache` is neither read nor written. */
  readonly noCache?: boolean;
}

export interface LoadResult extends Loaded {
  /** Undefined only when esbuild itself found nothing to go on with; then `errors` says why. */
  readonly bundle: Bundle | undefined;
  readonly modules: Modules;
  readonly positions: Positions | undefined;
}

/** Finds, bundles, evaluates and checks every declaration of the repository. Errors of all files come together, sorted. */
export async function load(options: LoadOptions): Promise<LoadResult> {
  const { root, files, engine = runningEngine() } = options;
  const found = findFiles(root, files);
  const errors: UserError[] = [...found.errors];
  const declarations: CheckedDeclaration[] = [];
  for (const file of found.yaml) {
    const read = readDeclaration(root, file, files);
    if ('kind' in read) declarations.push(read);
    else errors.push(...read);
  }
  const imports = readAllowedImports(root, files);
  errors.push(...imports.errors);
  const made = await makeBundle({
    root,
    files,
    engine,
    allowed: imports.allowed,
    modules: found.typescript.map((file) => file.path),
    noCache: options.noCache ?? false,
  });
  errors.push(...made.errors);
  const { bundle } = made;
  if (bundle === undefined) {
    return {
      declarations: declarationsOf(declarations),
      errors: sortErrors(errors),
      bundle,
      modules: new Map(),
      positions: undefined,
    };
  }
  const positions = openPositions(root, bundle.path);
  const evaluated = await evaluate(bundle, options.around);
  const typescript = found.typescript.filter((file) => file.path in bundle.modules);
  const collected = collectDeclarations(typescript, evaluated, { root, files, positions });
  declarations.push(...collected.declarations);
  errors.push(...collected.errors);
  return {
    declarations: declarationsOf(declarations),
    errors: sortErrors(errors),
    bundle,
    modules: evaluated.modules,
    positions,
  };
}
