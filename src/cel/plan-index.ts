import { chargeTo } from './cost.ts';
import { numberOf } from './equality.ts';
import { evaluationError, noSuchOverload } from './failure.ts';
import type { Step } from './plan.ts';
import { isOptional, unwrapped } from './plan-select.ts';
import type { CelValue } from './value.ts';
import { noValue, optionalOf } from './value.ts';

/** `operand[index]`; of an optional, or with `[?index]`, an optional. */
export function planIndex(operand: Step, index: Step, optional: boolean): Step {
  return (frame) => {
    const value = operand(frame);
    const key = index(frame);
    chargeTo(frame, 1);
    if (!optional && !isOptional(value)) {
      const found = itemOf(value, key);
      if (found === undefined)
        throw evaluationError(typeof key === 'string' ? `no such key: ${key}` : 'index out of bounds');
      return found;
    }
    const held = unwrapped(value);
    const found = held === undefined ? undefined : itemOf(held, key);
    return found === undefined ? noValue : optionalOf(found);
  };
}

function itemOf(value: CelValue, key: CelValue): CelValue | undefined {
  if (typeof value !== 'object' || value === null || !('kind' in value)) throw noSuchOverload();
  if (value.kind === 'map') return value.find(key);
  const position = numberOf(key);
  if (value.kind !== 'list' || position === undefined) throw noSuchOverload();
  const at = Number(position);
  if (!Number.isInteger(at)) throw evaluationError('unsupported index value');
  return at < 0 ? undefined : value.items()[at];
}
