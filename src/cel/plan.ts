import type { Checked } from './checker.ts';
import { chargeTo } from './cost.ts';
import { failure, isFailure } from './failure.ts';
import type { CelFailure } from './failure.ts';
import type { CelBindings } from './outcome.ts';
import { planCall } from './plan-call.ts';
import { planList, planMap } from './plan-literal.ts';
import { planLoop } from './plan-loop.ts';
import { planSelect } from './plan-select.ts';
import type { Expression } from './syntax.ts';
import type { CelValue } from './value.ts';

/** One evaluation under way. */
export interface Frame {
  readonly bindings: CelBindings;
  /** What bindings that are functions gave. */
  readonly read: Map<string, CelValue>;
  /** Variables of loops. A failure stands where a loop goes on after one. */
  readonly locals: (CelValue | CelFailure)[];
  cost: number;
  readonly limit: number;
}

export type Step = (frame: Frame) => CelValue;

/** A checked expression on its way to steps. */
export interface Plan {
  readonly checked: Checked;
  /** Slots of loop variables by name, innermost last. */
  readonly scopes: Map<string, number>[];
  slots: number;
  /** Declared variables that are read. */
  readonly variables: Set<string>;
  readonly isType: (name: string) => boolean;
  readonly step: (expression: Expression) => Step;
}

export function planExpression(
  root: Expression,
  checked: Checked,
  isType: (name: string) => boolean,
): { step: Step; variables: Set<string> } {
  const plan: Plan = {
    checked,
    scopes: [],
    slots: 0,
    variables: new Set(),
    isType,
    step: (expression) => planOne(plan, expression),
  };
  return { step: plan.step(root), variables: plan.variables };
}

function planOne(plan: Plan, expression: Expression): Step {
  switch (expression.kind) {
    case 'constant': {
      const { value } = expression;
      return () => value;
    }
    case 'identifier':
      return planName(plan, expression.name);
    case 'select':
      return planSelect(plan, expression);
    case 'call':
      return planCall(plan, expression);
    case 'list':
      return planList(plan, expression);
    case 'map':
      return planMap(plan, expression);
    case 'struct':
      return () => {
        throw failure('unsupported', `making a ${expression.name}`);
      };
    default:
      return planLoop(plan, expression);
  }
}

export function planName(plan: Plan, name: string): Step {
  const slot = name.startsWith('.') ? undefined : slotOf(plan, name);
  if (slot !== undefined) {
    return (frame) => {
      chargeTo(frame, 1);
      const value = frame.locals[slot] ?? null;
      if (isFailure(value)) throw value;
      return value;
    };
  }
  const declared = name.replace(/^\./, '');
  if (plan.isType(declared)) {
    const value: CelValue = { kind: 'type', name: declared };
    return () => value;
  }
  plan.variables.add(declared);
  return (frame) => {
    chargeTo(frame, 1);
    return readBinding(frame, declared);
  };
}

function slotOf(plan: Plan, name: string): number | undefined {
  for (let depth = plan.scopes.length - 1; depth >= 0; depth -= 1) {
    const slot = plan.scopes[depth]?.get(name);
    if (slot !== undefined) return slot;
  }
  return undefined;
}

function readBinding(frame: Frame, name: string): CelValue {
  const bound = Object.hasOwn(frame.bindings, name) ? frame.bindings[name] : undefined;
  if (bound === undefined) throw failure('unsupported', `no value is known for ${name}`);
  if (typeof bound !== 'function') return bound;
  const known = frame.read.get(name);
  if (known !== undefined) return known;
  const value = bound();
  frame.read.set(name, value);
  return value;
}
