import { chargeTo } from './cost.ts';
import type { CelFailure } from './failure.ts';
import { asFatal, isAbsorbed, noSuchOverload } from './failure.ts';
import { sortInput } from './macros.ts';
import type { Frame, Plan, Step } from './plan.ts';
import type { Comprehension } from './syntax.ts';
import type { CelValue } from './value.ts';

interface Loop {
  readonly range: Step;
  readonly start: Step;
  readonly condition: Step;
  readonly step: Step;
  readonly result: Step;
  readonly accumulator: number;
  readonly first: number;
  readonly second: number | undefined;
  /** Loops that stop early go on after an error: a later element may decide. */
  readonly absorbs: boolean;
}

export function planLoop(plan: Plan, loop: Comprehension): Step {
  const planned = planParts(plan, loop);
  const { condition } = loop;
  if (condition.kind === 'constant' && condition.value === false)
    return planBind(planned, loop.accumulator === sortInput);
  return (frame) => {
    const range = planned.range(frame);
    const pairs = pairsOf(range, planned.second !== undefined);
    frame.locals[planned.accumulator] = planned.start(frame);
    for (const [first, second] of pairs) {
      chargeTo(frame, 0);
      frame.locals[planned.first] = first;
      if (planned.second !== undefined) frame.locals[planned.second] = second;
      if (planned.condition(frame) !== true) break;
      frame.locals[planned.accumulator] = planned.absorbs ? attempt(planned.step, frame) : planned.step(frame);
    }
    return planned.result(frame);
  };
}

function planParts(plan: Plan, loop: Comprehension): Loop {
  const range = plan.step(loop.range);
  const start = plan.step(loop.start);
  const accumulator = (plan.slots += 1);
  const first = (plan.slots += 1);
  const second = loop.second === undefined ? undefined : (plan.slots += 1);
  plan.scopes.push(new Map([[loop.accumulator, accumulator]]));
  const scope = new Map([[loop.variable, first]]);
  if (loop.second !== undefined && second !== undefined) scope.set(loop.second, second);
  plan.scopes.push(scope);
  const condition = plan.step(loop.condition);
  const step = plan.step(loop.step);
  plan.scopes.pop();
  const result = plan.step(loop.result);
  plan.scopes.pop();
  return {
    range,
    start,
    condition,
    step,
    result,
    accumulator,
    first,
    second,
    absorbs: loop.condition.kind !== 'constant',
  };
}

/** `isSorted`: the server ends an evaluation over an error in what `sortBy` sorts, or sorts by; elsewhere it is one like any other. */
function planBind(loop: Loop, isSorted: boolean): Step {
  return (frame) => {
    chargeTo(frame, 10);
    try {
      frame.locals[loop.accumulator] = loop.start(frame);
      return loop.result(frame);
    } catch (error) {
      throw isSorted ? asFatal(error) : error;
    }
  };
}

function attempt(step: Step, frame: Frame): CelValue | CelFailure {
  try {
    return step(frame);
  } catch (error) {
    if (isAbsorbed(error)) return error;
    throw error;
  }
}

/** Element (or key) alone, or index and element (key and value). */
function pairsOf(range: CelValue, both: boolean): readonly (readonly [CelValue, CelValue])[] {
  if (typeof range !== 'object' || range === null || !('kind' in range)) throw noSuchOverload();
  if (range.kind === 'list') {
    return range
      .items()
      .map((item, position): readonly [CelValue, CelValue] => (both ? [BigInt(position), item] : [item, null]));
  }
  if (range.kind !== 'map') throw noSuchOverload();
  return range.keys().map((key): readonly [CelValue, CelValue] => [key, both ? (range.find(key) ?? null) : null]);
}
