import type { Amount } from './amount.ts';
import { exactly, plus, union } from './amount.ts';
import { functionEstimates } from './estimate-functions.ts';
import type { CallParts, CallEstimate } from './estimate-functions.ts';
import { operatorEstimates } from './estimate-operators.ts';
import type { Estimate } from './estimate-size.ts';
import { declaredSize, heldOf, pathOf, sizeOf } from './estimate-size.ts';
import type { Call, Expression } from './syntax.ts';

const accumulatorName = '@result';

export function estimateCall(estimate: Estimate, call: Call): Amount {
  const resolution = estimate.overloadsOf(call);
  const target = resolution?.qualified === true ? undefined : call.target;
  if (call.name === 'dyn' && call.args[0] !== undefined) return unwrapped(estimate, call, call.args[0]);
  const costs = call.args.map((argument) => estimate.cost(argument));
  const args = call.args.map((argument) => nodeOf(estimate, argument));
  if (call.name === '_&&_' || call.name === '_||_') return logical(costs);
  if (call.name === '@not_strictly_false') return plus(costs[0] ?? exactly(0), exactly(1));
  if (resolution === undefined) return exactly(0);
  const targetCost = target === undefined ? exactly(0) : estimate.cost(target);
  const parts: CallParts = {
    estimate,
    call,
    target: target === undefined ? undefined : nodeOf(estimate, target),
    args,
    costs,
  };
  let cost: Amount | undefined;
  let size: Amount | undefined;
  for (const { id } of resolution.overloads) {
    const one = estimateOverload(parts, resolution.name, id);
    cost = cost === undefined ? one.cost : union(cost, one.cost);
    if (one.size !== undefined) size = size === undefined ? one.size : union(size, one.size);
    size = indexed(estimate, call, id, size) ?? size ?? sizeOf(estimate, call);
  }
  if (size !== undefined) estimate.sizes.set(call, size);
  return plus(targetCost, cost ?? exactly(0));
}

function unwrapped(estimate: Estimate, call: Call, argument: Expression): Amount {
  const cost = plus(exactly(1), estimate.cost(argument));
  const size = sizeOf(estimate, argument);
  const held = heldOf(estimate, argument);
  if (size !== undefined) estimate.sizes.set(call, size);
  if (held !== undefined) estimate.held.set(call, held);
  return cost;
}

function logical(costs: readonly Amount[]): Amount {
  const [left = exactly(0), right = exactly(0)] = costs;
  return { min: left.min, max: plus(left, right).max };
}

/** An item of a list or map lies in its data. */
function indexed(estimate: Estimate, call: Call, id: string, size: Amount | undefined): Amount | undefined {
  const [container] = call.args;
  const isList = id.startsWith('_[_](list(');
  if (container === undefined || (!isList && !id.startsWith('_[_](map('))) return size;
  estimate.paths.set(call, [...pathOf(estimate, container), isList ? '@items' : '@values']);
  return heldOf(estimate, container)?.value ?? sizeOf(estimate, call);
}

function nodeOf(estimate: Estimate, expression: Expression): CallParts['args'][number] {
  const path = pathOf(estimate, expression);
  const own = path[0] === accumulatorName ? [] : path;
  return {
    expression,
    path: own,
    type: estimate.typeOf(expression),
    size: sizeOf(estimate, expression),
    declared: declaredSize(estimate, own),
  };
}

function estimateOverload(parts: CallParts, name: string, id: string): CallEstimate {
  const given = parts.costs.reduce((sum, one) => plus(sum, one), exactly(0));
  const special = functionEstimates(parts, name, id) ?? operatorEstimates(parts, name, id);
  if (special === undefined) return { cost: plus(exactly(1), given), size: undefined };
  if (name === '_?_:_') return special;
  return { cost: plus(special.cost, given), size: special.size };
}
