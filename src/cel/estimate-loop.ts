import type { Amount } from './amount.ts';
import { plus, times } from './amount.ts';
import type { Estimate, Held } from './estimate-size.ts';
import { heldOf, pathOf, sizeOf, sizeOrUnknown } from './estimate-size.ts';
import type { Comprehension, Expression } from './syntax.ts';

const accumulatorName = '@result';

/** A loop; or a binding, which is a loop over nothing. */
export function estimateLoop(estimate: Estimate, loop: Comprehension): Amount {
  return isBind(loop) ? costOfBind(estimate, loop) : costOfLoop(estimate, loop);
}

function isBind(loop: Comprehension): boolean {
  const { range, condition, accumulator } = loop;
  return (
    range.kind === 'list' &&
    range.elements.length === 0 &&
    condition.kind === 'constant' &&
    condition.value === false &&
    accumulator !== accumulatorName
  );
}

function costOfBind(estimate: Estimate, loop: Comprehension): Amount {
  const cost = plus(estimate.cost(loop.range), estimate.cost(loop.start));
  pushLocal(estimate, loop.accumulator, loop.start);
  const result = estimate.cost(loop.result);
  const size = sizeOf(estimate, loop.result);
  const held = heldOf(estimate, loop.result);
  estimate.locals.pop();
  if (size !== undefined) estimate.sizes.set(loop, size);
  if (held !== undefined) estimate.held.set(loop, held);
  return plus(cost, result);
}

function costOfLoop(estimate: Estimate, loop: Comprehension): Amount {
  let cost = plus(estimate.cost(loop.range), estimate.cost(loop.start));
  pushLocal(estimate, loop.accumulator, loop.start);
  pushVariables(estimate, loop);
  const each = plus(estimate.cost(loop.condition), estimate.cost(loop.step));
  const stepHeld = heldOf(estimate, loop.step);
  estimate.locals.pop();
  if (loop.second !== undefined) estimate.locals.pop();
  cost = plus(cost, estimate.cost(loop.result));
  estimate.locals.pop();
  const count = sizeOrUnknown(estimate, loop.range);
  if (loop.start.kind === 'constant') {
    const size = sizeOf(estimate, loop.start);
    if (size !== undefined) estimate.sizes.set(loop, size);
  } else if (loop.start.kind === 'list' || loop.start.kind === 'map') {
    estimate.sizes.set(loop, count);
    if (stepHeld !== undefined) estimate.held.set(loop, stepHeld);
  }
  return plus(cost, times(count, each));
}

function pushLocal(estimate: Estimate, name: string, value: Expression): void {
  const size = sizeOf(estimate, value);
  const held = heldOf(estimate, value);
  estimate.locals.push({ name, path: pathOf(estimate, value), size, held });
}

function pushVariables(estimate: Estimate, loop: Comprehension): void {
  const held = heldOf(estimate, loop.range);
  const container = held?.container ?? (estimate.typeOf(loop.range).kind === 'list' ? 'list' : 'map');
  const path = pathOf(estimate, loop.range);
  const isList = container === 'list';
  const key = local(loop.variable, [...path, isList ? '@indices' : '@keys'], held, 'key');
  const value = (name: string): Local => local(name, [...path, isList ? '@items' : '@values'], held, 'value');
  if (loop.second !== undefined) estimate.locals.push(key, value(loop.second));
  else estimate.locals.push(isList ? value(loop.variable) : key);
}

type Local = Estimate['locals'][number];

function local(name: string, path: readonly string[], held: Held | undefined, part: 'key' | 'value'): Local {
  return { name, path, size: held?.[part], held: undefined };
}
