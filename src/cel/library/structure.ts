import { evaluationError } from '../failure.ts';
import { entriesOf, mapOf } from '../map-value.ts';
import type { Library } from '../overload.ts';
import { overload } from '../overload.ts';
import type { CelMap, CelValue } from '../value.ts';

/** These the planner runs itself; they are declared for the checker. */
function never(): CelValue {
  throw evaluationError('no such overload');
}

function insert(map: CelMap, key: CelValue, value: CelValue): CelMap {
  return mapOf([...entriesOf(map), [key, value]]);
}

export const structure: Library = [
  overload('_&&_(bool, bool): bool', never),
  overload('_||_(bool, bool): bool', never),
  overload('_?_:_(bool, A, A): A', never),
  overload('@not_strictly_false(bool): bool', never),
  overload('_[_](list(A), int): A', never),
  overload('_[_](map(A, B), A): B', never),
];

export const mapInserts: Library = [
  overload('cel.@mapInsert(map(A, B), A, B): map(A, B)', insert),
  overload('cel.@mapInsert(map(A, B), map(A, B)): map(A, B)', (one: CelMap, other: CelMap) =>
    mapOf([...entriesOf(one), ...entriesOf(other)]),
  ),
];
