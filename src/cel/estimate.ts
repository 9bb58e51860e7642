import type { Amount } from './amount.ts';
import { exactly, plus, union } from './amount.ts';
import type { Checked } from './checker.ts';
import type { CelEnvironment } from './environment.ts';
import { estimateCall } from './estimate-call.ts';
import { estimateLoop } from './estimate-loop.ts';
import type { Estimate } from './estimate-size.ts';
import { pathOf, sizeOrUnknown } from './estimate-size.ts';
import type { Expression, Select } from './syntax.ts';
import { dynType } from './type.ts';

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
      return estimateLoop(estimate, expression);
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
