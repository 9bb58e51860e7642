import { UserError, UserErrors } from '../kernel/index.ts';
import { loneSurrogate } from './quoting.ts';
import { maximumDepth, pointerStep } from './value.ts';

/** Walks a value that could not be written and says everything that is wrong with it. */
export function problemsOf(value: unknown): UserError | UserErrors {
  const errors: UserError[] = [];
  walk(value, '', [], errors);
  const [first] = errors;
  if (first === undefined) throw new Error('a value could not be written as YAML, but no fault was found in it');
  return errors.length === 1 ? first : new UserErrors(errors);
}

function walk(value: unknown, pointer: string, parents: readonly unknown[], errors: UserError[]): void {
  const problem = problemOf(value, parents);
  if (problem !== undefined) {
    errors.push(
      new UserError({
        code: 'yaml-unwritable',
        message: `${pointer === '' ? 'the value' : pointer} ${problem.message}`,
        hint: problem.hint,
      }),
    );
    return;
  }
  if (value === null || typeof value !== 'object') return;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      walk(value[index], pointer + pointerStep(index), [...parents, value], errors);
    }
    return;
  }
  for (const [key, member] of Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (loneSurrogate.test(key)) walk(key, `${pointer}/${JSON.stringify(key)}`, parents, errors);
    else walk(member, pointer + pointerStep(key), [...parents, value], errors);
  }
}

interface Problem {
  readonly message: string;
  readonly hint: string;
}

function problemOf(value: unknown, parents: readonly unknown[]): Problem | undefined {
  switch (typeof value) {
    case 'string':
      if (!loneSurrogate.test(value)) return undefined;
      return {
        message: `holds half of a surrogate pair: ${JSON.stringify(value)}`,
        hint: 'A string must be valid Unicode; binary data goes into YAML as base64.',
      };
    case 'number':
      if (Number.isFinite(value)) return undefined;
      return { message: `is ${value}`, hint: 'Kubernetes takes finite numbers only.' };
    case 'bigint':
      if (value >= -(2n ** 63n) && value < 2n ** 64n) return undefined;
      return { message: `is ${value}, more than 64 bits`, hint: 'Kubernetes keeps integers of up to 64 bits.' };
    case 'undefined':
      return { message: 'is undefined', hint: 'Leave the key out, or give it a value; null is a value of its own.' };
    case 'function':
    case 'symbol':
      return {
        message: `is a ${typeof value}`,
        hint: 'Only strings, numbers, booleans, null, lists and plain objects can be written.',
      };
    default:
      return typeof value === 'object' && value !== null ? objectProblem(value, parents) : undefined;
  }
}

function objectProblem(value: object, parents: readonly unknown[]): Problem | undefined {
  const above = parents.indexOf(value);
  if (above >= 0) {
    return {
      message: `contains itself (${parents.length - above} levels up)`,
      hint: 'Give the value as a copy instead of a reference.',
    };
  }
  if (parents.length >= maximumDepth) {
    return { message: `is nested more than ${maximumDepth} levels deep`, hint: 'Flatten the value.' };
  }
  if (Array.isArray(value)) return undefined;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === null || Object.getPrototypeOf(prototype) === null) return undefined;
  return {
    message: `is a ${value.constructor.name}`,
    hint: 'Only plain objects can be written: convert it first, for example with toISOString() or Object.fromEntries().',
  };
}
