import type { CelType } from './type.ts';
import { dynType, isExactType } from './type.ts';

/** What type parameters stand for so far. */
export type Bindings = Map<string, CelType>;

export function isDyn(type: CelType): boolean {
  return type.kind === 'dyn' || type.kind === 'any';
}

/** Is a value of the one type good where the other is wanted? Binds type parameters only when all pairs are. */
export function unify(bindings: Bindings, wanted: readonly CelType[], given: readonly CelType[]): boolean {
  const attempt = new Map(bindings);
  if (!assignAll(attempt, wanted, given)) return false;
  for (const [name, type] of attempt) bindings.set(name, type);
  return true;
}

/** The type with its parameters replaced; those that stand for nothing become dyn when asked for. */
export function substitute(bindings: Bindings, type: CelType, freeIsDyn: boolean): CelType {
  if (type.kind === 'param') {
    const bound = bindings.get(type.name);
    if (bound !== undefined) return substitute(bindings, bound, freeIsDyn);
    return freeIsDyn ? dynType : type;
  }
  if (type.params.length === 0) return type;
  const params = type.params.map((one) => substitute(bindings, one, freeIsDyn));
  return params.every((one, position) => one === type.params[position]) ? type : { ...type, params };
}

/** The less specific of two types that go together. */
export function mostGeneral(one: CelType, other: CelType): CelType {
  return isEqualOrLessSpecific(one, other) ? one : other;
}

function assignAll(bindings: Bindings, wanted: readonly CelType[], given: readonly CelType[]): boolean {
  return (
    wanted.length === given.length &&
    wanted.every((one, position) => {
      const other = given[position];
      return other !== undefined && assign(bindings, one, other);
    })
  );
}

function assign(bindings: Bindings, one: CelType, other: CelType): boolean {
  if (other.kind === 'param') {
    const { valid, bound } = bind(bindings, one, other);
    if (valid) return true;
    if (bound) return false;
  }
  if (one.kind === 'param') return bind(bindings, other, one).valid;
  if (isDyn(one) || isDyn(other) || one.kind === 'error' || other.kind === 'error') return true;
  if (one.kind === 'null' || other.kind === 'null') return takesNull(one) && takesNull(other);
  if (one.kind === 'type') return other.kind === 'type';
  if (one.kind === 'opaque' || one.kind === 'list' || one.kind === 'map') {
    return one.kind === other.kind && one.name === other.name && assignAll(bindings, one.params, other.params);
  }
  return one.kind === other.kind && one.name === other.name;
}

function takesNull(type: CelType): boolean {
  return type.kind === 'null' || ['opaque', 'object', 'duration', 'timestamp'].includes(type.kind);
}

function bind(bindings: Bindings, type: CelType, param: CelType): { valid: boolean; bound: boolean } {
  if (isExactType(type, param)) return { valid: true, bound: true };
  const bound = bindings.get(param.name);
  if (bound === undefined) {
    const free = !occurs(bindings, param, type);
    if (free) bindings.set(param.name, type);
    return { valid: free, bound: false };
  }
  if (isExactType(type, bound)) return { valid: true, bound: true };
  if (!assign(bindings, type, bound)) return { valid: false, bound: true };
  const general = mostGeneral(type, bound);
  if (!occurs(bindings, param, general)) bindings.set(param.name, general);
  return { valid: true, bound: true };
}

function occurs(bindings: Bindings, param: CelType, within: CelType): boolean {
  if (isExactType(param, within)) return true;
  if (within.kind === 'param') {
    const bound = bindings.get(within.name);
    return bound !== undefined && occurs(bindings, param, bound);
  }
  return within.params.some((one) => occurs(bindings, param, one));
}

function isEqualOrLessSpecific(one: CelType, other: CelType): boolean {
  if (isDyn(one) || one.kind === 'param') return true;
  if (isDyn(other) || other.kind === 'param') return false;
  if (one.kind !== other.kind) return false;
  if (one.kind === 'type') return true;
  if (one.kind === 'opaque' || one.kind === 'list' || one.kind === 'map') {
    return (
      one.name === other.name &&
      one.params.length === other.params.length &&
      one.params.every((param, position) => isEqualOrLessSpecific(param, other.params[position] ?? dynType))
    );
  }
  return isExactType(one, other);
}
