import { throwAll } from '../kernel/index.ts';
import { applyWrite, beginWrite, planWrite, readDist, type DistTree, type WritePlan } from '../rendered/index.ts';
import type { Validation } from '../validate/index.ts';
import { gate, gateSetup } from './gate/gate.ts';
import { codeownersOf } from './codeowners.ts';
import { loadFleet, type LoadedFleet } from './load-fleet.ts';
import { renderUnits, type Rendering } from './render-units.ts';
import { renderAgain } from './second-render.ts';
import { selectUnits, type Selected } from './selection.ts';
import { synthResult, type SynthRun } from './synth-result.ts';
import type { SynthesizeOptions } from './types.ts';

/**
 * load -> model -> synth -> rendered: renders the selected units and makes `dist/` equal to them, or says what that would change.
 * What an API server would refuse is not
 * written: the result says so. Throws UserErrors; `dist/` is untouched then, too.
 */
export async function synthesize(options: SynthesizeOptions): Promise<SynthRun> {
  const loaded = await loadFleet(options);
  const selected = selectUnits(loaded.fleet, options.select);
  return options.mode === 'write' ? write(options, loaded, selected) : await preview(options, loaded, selected);
}

async function write(options: SynthesizeOptions, loaded: LoadedFleet, selected: Selected): Promise<SynthRun> {
  const { root, ports, progress } = options;
  const session = beginWrite({ ...ports, root });
  try {
    const fresh = options.noCache ?? false;
    const tree = readDist(ports.files, root, selected.scope);
    const rendering = await renderUnits({
      loaded,
      units: selected.units,
      options,
      tree,
      stage: session.stage,
      fresh,
      gate: gateSetup(loaded.fleet),
    });
    throwAll(rendering.errors);
    const refused = judge(options, loaded, rendering, session.stage.folder);
    if (refused !== undefined) return { ...synthResult({ mode: 'write', loaded, rendering, plan: nothing }), refused };
    const plan = await planFor({ options, loaded, selected, rendering, tree, stage: session.stage.folder });
    progress?.({ stage: 'write', done: 0, total: plan.actions.length });
    applyWrite(session, plan);
    return synthResult({ mode: 'write', loaded, rendering, plan });
  } finally {
    session.end();
  }
}

/** `--dry-run`, and `--check`: which trusts no cache and renders everything a second time. */
async function preview(options: SynthesizeOptions, loaded: LoadedFleet, selected: Selected): Promise<SynthRun> {
  const check = options.mode === 'check';
  const fresh = check || (options.noCache ?? false);
  const tree = readDist(options.ports.files, options.root, selected.scope);
  const rendering = await renderUnits({
    loaded,
    units: selected.units,
    options,
    tree,
    fresh,
    gate: gateSetup(loaded.fleet),
  });
  throwAll(rendering.errors);
  const refused = judge(options, loaded, rendering);
  if (check) throwAll(await renderAgain({ options, loaded, selected, rendering }));
  const plan = await planFor({ options, loaded, selected, rendering, tree });
  const result = synthResult({ mode: options.mode, loaded, rendering, plan });
  return refused === undefined ? result : { ...result, refused };
}

/** Nothing is written. */
const nothing: WritePlan = { actions: [], unchanged: 0, strays: [], handEdits: [] };

/** What an API server would refuse. The cache remembers what passed, also when something else does not. */
function judge(
  options: SynthesizeOptions,
  loaded: LoadedFleet,
  rendering: Rendering,
  stage?: string,
): Validation | undefined {
  options.progress?.({ stage: 'check', done: 0 });
  const { refused, passed } = gate(loaded, rendering, options, stage);
  rendering.remember(passed);
  return refused;
}

interface Planning {
  readonly options: SynthesizeOptions;
  readonly loaded: LoadedFleet;
  readonly selected: Selected;
  readonly rendering: Rendering;
  readonly tree: DistTree;
  readonly stage?: string;
}

async function planFor({ options, loaded, selected, rendering, tree, stage }: Planning): Promise<WritePlan> {
  const { root, ports, progress, allowDelete } = options;
  progress?.({ stage: 'compare', done: 0, total: rendering.files.length });
  return await planWrite({
    files: ports.files,
    git: ports.git,
    root,
    rendered: rendering.files,
    tree,
    generated: selected.scope === undefined ? codeownersOf(loaded.fleet, options) : [],
    ...(selected.scope === undefined ? {} : { scope: selected.scope }),
    // What a preview would delete is its result; only a write has to ask first.
    ...(options.mode === 'check' ? { allowDelete: 'all' } : allowDelete === undefined ? {} : { allowDelete }),
    ...(stage === undefined ? {} : { stage }),
  });
}
