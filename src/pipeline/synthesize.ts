import { throwAll } from '../kernel/index.ts';
import { beginWrite, applyWrite, planWrite, type WritePlan } from '../rendered/index.ts';
import { pruneCache, type SynthResult } from '../synth/index.ts';
import { codeownersOf } from './codeowners.ts';
import { loadFleet, type LoadedFleet } from './load-fleet.ts';
import { renderUnits, unitCacheFolder, type Rendering } from './render-units.ts';
import { renderAgain } from './second-render.ts';
import { selectUnits, type Selected } from './selection.ts';
import { synthResult } from './synth-result.ts';
import type { SynthesizeOptions } from './types.ts';

/**
 * load -> model -> synth -> rendered: renders the selected units and makes `dist/` equal to them, or says what that would change.
 * Throws UserErrors; `dist/` is untouched then.
 */
export async function synthesize(options: SynthesizeOptions): Promise<SynthResult> {
  const loaded = await loadFleet(options);
  const selected = selectUnits(loaded.fleet, options.select);
  return options.mode === 'write' ? write(options, loaded, selected) : await preview(options, loaded, selected);
}

async function write(options: SynthesizeOptions, loaded: LoadedFleet, selected: Selected): Promise<SynthResult> {
  const { root, ports, progress } = options;
  const session = beginWrite({ ...ports, root });
  try {
    const fresh = options.noCache ?? false;
    const rendering = await renderUnits({ loaded, units: selected.units, options, stage: session.stage, fresh });
    throwAll(rendering.errors);
    const plan = await planFor(options, loaded, selected, rendering, session.stage.folder);
    progress?.({ stage: 'write', done: 0, total: plan.actions.length });
    applyWrite(session, plan);
    if (!fresh && selected.scope === undefined) tidyCache(options, rendering);
    return synthResult({ mode: 'write', loaded, rendering, plan });
  } finally {
    session.end();
  }
}

function tidyCache({ root, ports }: SynthesizeOptions, { outcomes }: Rendering): void {
  pruneCache(unitCacheFolder(root), ports.files, new Set(outcomes.map(({ digest }) => digest)));
}

/** `--dry-run`, and `--check`: which trusts no cache and renders everything a second time. */
async function preview(options: SynthesizeOptions, loaded: LoadedFleet, selected: Selected): Promise<SynthResult> {
  const check = options.mode === 'check';
  const fresh = check || (options.noCache ?? false);
  const rendering = await renderUnits({ loaded, units: selected.units, options, fresh });
  throwAll(rendering.errors);
  if (check) throwAll(await renderAgain({ options, loaded, selected, rendering }));
  const plan = await planFor(options, loaded, selected, rendering);
  return synthResult({ mode: options.mode, loaded, rendering, plan });
}

async function planFor(
  options: SynthesizeOptions,
  loaded: LoadedFleet,
  selected: Selected,
  rendering: Rendering,
  stage?: string,
): Promise<WritePlan> {
  const { root, ports, progress, allowDelete } = options;
  progress?.({ stage: 'compare', done: 0, total: rendering.files.length });
  return await planWrite({
    files: ports.files,
    git: ports.git,
    root,
    rendered: rendering.files,
    generated: selected.scope === undefined ? codeownersOf(loaded.fleet, options) : [],
    ...(selected.scope === undefined ? {} : { scope: selected.scope }),
    // What a preview would delete is its result; only a write has to ask first.
    ...(options.mode === 'check' ? { allowDelete: 'all' } : allowDelete === undefined ? {} : { allowDelete }),
    ...(stage === undefined ? {} : { stage }),
  });
}
