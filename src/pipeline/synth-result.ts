import type { PlannedFile, WritePlan } from '../rendered/index.ts';
import { unitFromId } from '../rendered/index.ts';
import type { SynthMode, SynthResult, SynthUnit, UnitOutcome } from '../synth/index.ts';
import type { Validation } from '../validate/index.ts';
import type { LoadedFleet } from './load-fleet.ts';
import type { Rendering } from './render-units.ts';

/** A result together with what stands in the way of a write. */
export interface SynthRun extends SynthResult {
  /** What API servers would refuse; in mode `write` nothing was written then. */
  readonly refused?: Validation;
}

interface Ran {
  readonly mode: SynthMode;
  readonly loaded: LoadedFleet;
  readonly rendering: Rendering;
  readonly plan: WritePlan;
}

/** What a run did, in the words of the report. */
export function synthResult({ mode, loaded, rendering, plan }: Ran): SynthResult {
  const refs = new Map(loaded.fleet.units.map(({ ref }) => [ref.id, ref]));
  const changes = countChanges(plan.actions);
  const units = rendering.outcomes.map((outcome: UnitOutcome): SynthUnit => {
    const unit = refs.get(outcome.unit) ?? unitFromId(outcome.unit);
    const { action, objects } = outcome;
    return { unit, action, objects, files: outcome.files.length, changed: changes.get(outcome.unit) ?? 0 };
  });
  for (const [id, changed] of changes) {
    if (refs.has(id)) continue;
    units.push({ unit: unitFromId(id), action: 'removed', objects: 0, files: 0, changed });
  }
  units.sort((a, b) => (a.unit.id < b.unit.id ? -1 : 1));
  const left = plan.handEdits.filter((edit) => !edit.overwritten).map((edit) => edit.path);
  const stray = [...plan.strays, ...left].toSorted();
  const count = (action: PlannedFile['action']): number => plan.actions.filter((file) => file.action === action).length;
  return {
    mode,
    units,
    files: plan.actions.map(({ path, action, sha256, object, unit }) => ({
      path,
      action,
      ...(sha256 === undefined ? {} : { sha256 }),
      ...(object === undefined ? {} : { object }),
      ...(unit === undefined ? {} : { unit }),
    })),
    stray,
    handEdited: plan.handEdits.flatMap(({ path, diff }) => (diff === undefined ? [] : [{ path, diff }])),
    summary: {
      units: rendering.outcomes.length,
      objects: rendering.outcomes.reduce((sum, outcome) => sum + outcome.objects, 0),
      created: count('create'),
      updated: count('update'),
      deleted: count('delete'),
      unchanged: plan.unchanged,
      stray: stray.length,
    },
  };
}

function countChanges(actions: readonly PlannedFile[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { unit } of actions) if (unit !== undefined) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return counts;
}
