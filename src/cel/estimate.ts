import type { Amount } from './amount.ts';
import { exactly, plus, times, union } from './amount.ts';
import type { Checked } from './checker.ts';
import type { CelEnvironment } from './environment.ts';
import { estimateCall } from './estimate-call.ts';
import type { Estimate, Held } from './estimate-size.ts';
import { heldOf, pathOf, sizeOf, sizeOrUnknown } from './estimate-size.ts';
import type { Comprehension, Expression, Select } from './syntax.ts';
import { dynType } from './type.ts';

const accumulatorName = '@result';

/** The most that an evaluation can cost, as the server estimates it before it takes a rule. */
export function estimateCost(root: Expression, checked: Checked, environment: CelEnvironment): number {
  const estimate: Estimate = {
    typeOf: (expression) => checked.types.get(expression) ?? dynType,
    overloadsOf: (expression) => checked.resolutions.get(expression),
    root: environment.estimateRoot,
    nameOf: (expression) => checked.names.get(expression),
    paths: new Map(),
    sizes: new Map(),
    held: new Map(),
    locals: [],
    cost: (expression) => costOf(estimate, expression),
  };
  return estimate.cost(root).max;
}

function costOf(estimate: Estimate, expression: Expression): Amount {
  const name = expression.kind === 'identifier' ? expression.name : estimate.nameOf(expression);
  if (name !== undefined) return costOfName(estimate, expression, name);
  switch (expression.kind) {
    case 'select':
      return costOfSelect(estimate, expression);
    case 'call':
      return estimateCall(estimate, expression);
    case 'list':
      return costOfParts(estimate, expression, 10, 'list', expression.elements, []);
    case 'map': {
      const keys = expression.entries.map(({ key }) => key);
      const values = expression.entries.map(({ value }) => value);
      return costOfParts(estimate, expression, 30, 'map', values, keys);
    }
    case 'struct':
      return expression.fields.reduce((sum, { value }) => plus(sum, estimate.cost(value)), exactly(40));
    case 'comprehension':
      return isBind(expression) ? costOfBind(estimate, expression) : costOfLoop(estimate, expression);
    default:
      return exactly(0);
  }
}

function costOfName(estimate: Estimate, expression: Expression, name: string): Amount {
  const local = estimate.locals.findLast((one) => one.name === name);
  estimate.paths.set(expression, local === undefined ? [name] : (local.path ?? []));
  return exactly(1);
}

function costOfSelect(estimate: Estimate, select: Select): Amount {
  const operand = estimate.cost(select.operand);
  if (select.test) return operand;
  if (select.optional) return plus(operand, exactly(1));
  const { kind } = estimate.typeOf(select.operand);
  estimate.paths.set(select, [...pathOf(estimate, select.operand), select.field]);
  return kind === 'map' || kind === 'object' || kind === 'param' ? plus(operand, exactly(1)) : operand;
}

function costOfParts(
  estimate: Estimate,
  expression: Expression,
  base: number,
  container: 'list' | 'map',
  values: readonly Expression[],
  keys: readonly Expression[],
): Amount {
  let cost = exactly(base);
  for (const part of [...keys, ...values]) cost = plus(cost, estimate.cost(part));
  const key = container === 'list' ? exactly(1) : joined(estimate, keys);
  estimate.held.set(expression, { container, key, value: joined(estimate, values) });
  return cost;
}

function joined(estimate: Estimate, parts: readonly Expression[]): Amount {
  const sizes = parts.map((part) => sizeOrUnknown(estimate, part));
  return sizes.reduce((one, other) => union(one, other), sizes[0] ?? exactly(0));
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
