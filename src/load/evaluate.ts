import { pathToFileURL } from 'node:url';
import { drainDefinitions, type Defined } from '../declare/index.ts';
import type { Bundle } from './bundle.ts';

/** By repo-relative file: what the module exports. A module that threw is left out. */
export type Modules = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

export interface Evaluated {
  readonly modules: Modules;
  readonly thrown: ReadonlyMap<string, unknown>;
  /** Every `define*` call that ran, exported or not. */
  readonly definitions: readonly Defined[];
}

/** Runs the evaluation inside something, for example the determinism guard. */
export type Around = <Result>(run: () => Promise<Result>) => Promise<Result>;

interface Entry {
  readonly modules: Readonly<Record<string, () => Promise<Readonly<Record<string, unknown>>>>>;
}

/** Node evaluates a module once per process, so what came out is kept with it. */
const evaluated = new Map<string, Promise<Evaluated>>();

async function run(url: string): Promise<Evaluated> {
  const modules = new Map<string, Readonly<Record<string, unknown>>>();
  const thrown = new Map<string, unknown>();
  drainDefinitions();
  const entry = (await import(url)) as Entry;
  for (const [file, open] of Object.entries(entry.modules)) {
    try {
      modules.set(file, await open());
    } catch (error) {
      thrown.set(file, error);
    }
  }
  return { modules, thrown, definitions: drainDefinitions() };
}

/** Evaluates every module of the bundle, each on its own: one that throws is reported beside the others. */
export async function evaluate(bundle: Pick<Bundle, 'path' | 'externals'>, around?: Around): Promise<Evaluated> {
  const url = pathToFileURL(bundle.path).href;
  const before = evaluated.get(url);
  if (before !== undefined) return await before;
  // The engine's own modules are set up outside of `around`: they are no declarations.
  for (const external of bundle.externals) await import(external);
  const evaluation = around === undefined ? run(url) : around(() => run(url));
  evaluated.set(url, evaluation);
  return await evaluation;
}
