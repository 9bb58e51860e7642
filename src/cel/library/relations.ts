import { areEqual } from '../equality.ts';
import { compare } from '../order.ts';
import type { Library } from '../overload.ts';
import { ordered, overload } from '../overload.ts';
import type { CelList, CelMap, CelValue } from '../value.ts';

const tests: readonly (readonly [string, (order: number) => boolean])[] = [
  ['_<_', (order) => order < 0],
  ['_<=_', (order) => order <= 0],
  ['_>_', (order) => order > 0],
  ['_>=_', (order) => order >= 0],
];
const numbers = ['int', 'uint', 'double'] as const;

function isIn(value: CelValue, list: CelList): boolean {
  return list.items().some((item) => areEqual(item, value));
}

export const relations: Library = [
  overload('_==_(A, A): bool', areEqual),
  overload('_!=_(A, A): bool', (one: CelValue, other: CelValue) => !areEqual(one, other)),
  ...tests.flatMap(([name, test]) =>
    ordered.map((type) =>
      overload(`${name}(${type}, ${type}): bool`, (one: CelValue, other: CelValue) => test(compare(one, other))),
    ),
  ),
  overload('@in(A, list(A)): bool', isIn),
  overload('@in(A, map(A, B)): bool', (key: CelValue, map: CelMap) => map.find(key) !== undefined),
];

/** Between numbers of different types. */
export const mixedRelations: Library = tests.flatMap(([name, test]) =>
  numbers.flatMap((left) =>
    numbers
      .filter((right) => right !== left)
      .map((right) =>
        overload(`${name}(${left}, ${right}): bool`, (one: CelValue, other: CelValue) => test(compare(one, other))),
      ),
  ),
);
