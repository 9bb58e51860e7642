import { areEqual } from '../equality.ts';
import type { Library } from '../overload.ts';
import { overload } from '../overload.ts';
import type { CelList } from '../value.ts';

function contains(one: CelList, other: CelList): boolean {
  const held = one.items();
  return other.items().every((wanted) => held.some((item) => areEqual(item, wanted)));
}

function intersects(one: CelList, other: CelList): boolean {
  const held = one.items();
  return other.items().some((wanted) => held.some((item) => areEqual(item, wanted)));
}

export const sets: Library = [
  overload('sets.contains(list(A), list(A)): bool', contains),
  overload(
    'sets.equivalent(list(A), list(A)): bool',
    (one: CelList, other: CelList) => contains(one, other) && contains(other, one),
  ),
  overload('sets.intersects(list(A), list(A)): bool', intersects),
];
