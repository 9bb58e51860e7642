import { chargeTo } from './cost.ts';
import { evaluationError, noSuchOverload } from './failure.ts';
import type { Plan, Step } from './plan.ts';
import { planName } from './plan.ts';
import type { Select } from './syntax.ts';
import type { CelOptional, CelValue } from './value.ts';
import { noValue, optionalOf } from './value.ts';

export function planSelect(plan: Plan, select: Select): Step {
  const name = plan.checked.names.get(select);
  if (name !== undefined) return planName(plan, name);
  const operand = plan.step(select.operand);
  const { field, optional } = select;
  if (select.test) {
    return (frame) => {
      const held = unwrapped(operand(frame));
      return held !== undefined && fieldOf(held, field) !== undefined;
    };
  }
  return (frame) => {
    const value = operand(frame);
    chargeTo(frame, 1);
    if (!optional && !isOptional(value)) {
      const found = fieldOf(value, field);
      if (found === undefined) throw evaluationError(`no such key: ${field}`);
      return found;
    }
    const held = unwrapped(value);
    const found = held === undefined ? undefined : fieldOf(held, field);
    return found === undefined ? noValue : optionalOf(found);
  };
}

/** The value in an optional, a value that is none as it is. */
export function unwrapped(value: CelValue): CelValue | undefined {
  return isOptional(value) ? value.value : value;
}

export function isOptional(value: CelValue): value is CelOptional {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'optional';
}

function fieldOf(value: CelValue, field: string): CelValue | undefined {
  if (typeof value !== 'object' || value === null || !('kind' in value) || value.kind !== 'map') throw noSuchOverload();
  return value.find(field);
}
