import { callCost, chargeTo } from './cost.ts';
import { areEqual } from './equality.ts';
import { asFatal, isAbsorbed, noSuchOverload } from './failure.ts';
import type { CelFailure } from './failure.ts';
import type { Overload } from './overload.ts';
import type { Frame, Plan, Step } from './plan.ts';
import { planIndex } from './plan-index.ts';
import { isOptional } from './plan-select.ts';
import type { Call } from './syntax.ts';
import type { CelValue } from './value.ts';
import { isOfType } from './value-kind.ts';

export function planCall(plan: Plan, call: Call): Step {
  const resolution = plan.checked.resolutions.get(call);
  const { name } = call;
  const targets = call.target === undefined || resolution?.qualified === true ? [] : [call.target];
  const args = [...targets, ...call.args].map((argument) => plan.step(argument));
  const [first, second, third] = args;
  if (first !== undefined && second !== undefined) {
    if (name === '_&&_') return planLogical(first, second, false);
    if (name === '_||_') return planLogical(first, second, true);
    if (name === '_?_:_' && third !== undefined) return planConditional(first, second, third);
    if (name === '_==_') return planEquals(first, second, true);
    if (name === '_!=_') return planEquals(first, second, false);
    if (name === '_[_]' || name === '_[?_]') return planIndex(first, second, name === '_[?_]');
    if (call.target !== undefined && (name === 'or' || name === 'orValue'))
      return planOr(first, second, name === 'orValue');
  }
  if (name === '@not_strictly_false' && first !== undefined) return planNotFalse(first);
  return planFunction(resolution?.name ?? name, resolution?.overloads ?? [], args);
}

function planFunction(name: string, overloads: readonly Overload[], args: readonly Step[]): Step {
  const cost = callCost(name);
  const evaluate = endsOverErrors(name, overloads) ? valuesOrEnd : valuesOf;
  return (frame) => {
    const values = evaluate(args, frame);
    const chosen = overloads.find((overload) => takes(overload, values));
    if (chosen === undefined) throw noSuchOverload();
    const result = chosen.evaluate(...values);
    chargeTo(frame, cost(values, result, chosen));
    return result;
  };
}

/**
 * What `distinct()` and `sort()` get may be an error, and the server's reckoning of their cost does not expect that: the evaluation ends.
 * Of the sorts by type one has to be known beforehand. Asked of a server, 1.36: interface conversion of types.Err.
 */
function endsOverErrors(name: string, overloads: readonly Overload[]): boolean {
  return name === 'distinct' || (name === 'sort' && overloads.length === 1);
}

function valuesOf(args: readonly Step[], frame: Frame): readonly CelValue[] {
  return args.map((argument) => argument(frame));
}

function valuesOrEnd(args: readonly Step[], frame: Frame): readonly CelValue[] {
  try {
    return valuesOf(args, frame);
  } catch (error) {
    throw asFatal(error);
  }
}

function takes(overload: Overload, values: readonly CelValue[]): boolean {
  return overload.params.every((param, position) => isOfType(param, values[position] ?? null));
}

/** `decided`: the value that decides whatever the other side is, even an error. */
function planLogical(left: Step, right: Step, decided: boolean): Step {
  return (frame) => {
    const one = truth(left, frame);
    if (one === decided) return decided;
    const other = truth(right, frame);
    if (other === decided) return decided;
    if (typeof one !== 'boolean') throw one;
    if (typeof other !== 'boolean') throw other;
    return !decided;
  };
}

function truth(step: Step, frame: Frame): boolean | CelFailure {
  try {
    const value = step(frame);
    return typeof value === 'boolean' ? value : noSuchOverload();
  } catch (error) {
    if (isAbsorbed(error)) return error;
    throw error;
  }
}

function planConditional(condition: Step, yes: Step, no: Step): Step {
  return (frame) => {
    const value = condition(frame);
    if (typeof value !== 'boolean') throw noSuchOverload();
    return value ? yes(frame) : no(frame);
  };
}

function planEquals(left: Step, right: Step, wanted: boolean): Step {
  const cost = callCost('_==_');
  return (frame) => {
    const values = [left(frame), right(frame)] as const;
    const result = areEqual(values[0], values[1]) === wanted;
    chargeTo(frame, cost(values, result));
    return result;
  };
}

function planOr(left: Step, right: Step, unwrap: boolean): Step {
  return (frame) => {
    const value = left(frame);
    if (!isOptional(value)) throw noSuchOverload();
    chargeTo(frame, 1);
    if (value.value === undefined) return right(frame);
    return unwrap ? value.value : value;
  };
}

function planNotFalse(step: Step): Step {
  return (frame) => {
    chargeTo(frame, 1);
    return truth(step, frame) !== false;
  };
}
