import { evaluationError, noSuchOverload } from '../failure.ts';
import type { Library } from '../overload.ts';
import { overload } from '../overload.ts';
import type { CelList, CelOptional, CelValue } from '../value.ts';
import { listOf, noValue, optionalOf } from '../value.ts';

/** The planner runs these itself; they are declared for the checker. */
function never(): CelValue {
  throw noSuchOverload();
}

function valueOf(optional: CelOptional): CelValue {
  if (optional.value === undefined) throw evaluationError('optional.none() dereference');
  return optional.value;
}

function isZero(value: CelValue): boolean {
  if (value === null || value === false || value === 0 || value === 0n || value === '') return true;
  if (typeof value !== 'object') return false;
  if (value instanceof Uint8Array) return value.length === 0;
  if (value.kind === 'list' || value.kind === 'map') return value.size === 0;
  if (value.kind === 'uint') return value.value === 0n;
  if (value.kind === 'duration') return value.nanos === 0n;
  return value.kind === 'optional' && value.value === undefined;
}

function unwrap(list: CelList): CelList {
  return listOf(
    list.items().flatMap((item) => {
      if (typeof item !== 'object' || item === null || !('kind' in item) || item.kind !== 'optional')
        throw noSuchOverload();
      return item.value === undefined ? [] : [item.value];
    }),
  );
}

export const optionals: Library = [
  overload('optional.of(A): optional(A)', (value: CelValue) => optionalOf(value)),
  overload('optional.ofNonZeroValue(A): optional(A)', (value: CelValue) =>
    isZero(value) ? noValue : optionalOf(value),
  ),
  overload('optional.none(): optional(A)', () => noValue),
  overload('optional(A).value(): A', valueOf),
  overload('optional(A).hasValue(): bool', (optional: CelOptional) => optional.value !== undefined),
  overload('optional(A).or(optional(A)): optional(A)', never),
  overload('optional(A).orValue(A): A', never),
  overload('_[?_](list(A), int): optional(A)', never),
  overload('_[?_](optional(list(A)), int): optional(A)', never),
  overload('_[?_](map(A, B), A): optional(B)', never),
  overload('_[?_](optional(map(A, B)), A): optional(B)', never),
  overload('_[_](optional(list(A)), int): optional(A)', never),
  overload('_[_](optional(map(A, B)), A): optional(B)', never),
];

export const laterOptionals: Library = [
  overload('list(A).last(): optional(A)', (list: CelList) => optionalOf(list.items().at(-1))),
  overload('list(A).first(): optional(A)', (list: CelList) => optionalOf(list.items()[0])),
  overload('optional.unwrap(list(optional(A))): list(A)', unwrap),
  overload('list(optional(A)).unwrapOpt(): list(A)', unwrap),
];
