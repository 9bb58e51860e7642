import { areEqual } from '../equality.ts';
import { evaluationError, noSuchOverload } from '../failure.ts';
import { compare } from '../order.ts';
import type { Library } from '../overload.ts';
import { ordered, overload, overloads } from '../overload.ts';
import type { CelDuration, CelList, CelUint, CelValue } from '../value.ts';
import { durationOf, uintOf } from '../value.ts';
import { checkedDuration, checkedInt, checkedUint } from './arithmetic.ts';

function isSorted(list: CelList): boolean {
  const items = list.items();
  return items.every((item, at) => at === 0 || compare(items[at - 1] ?? null, item) <= 0);
}

function extreme(name: string, sign: number): (list: CelList) => CelValue {
  return (list) => {
    const [first, ...rest] = list.items();
    if (first === undefined) throw evaluationError(`${name} called on empty list`);
    return rest.reduce((best, item) => (compare(best, item) * sign < 0 ? item : best), first);
  };
}

function sum<Item extends CelValue>(start: Item, add: (one: Item, other: Item) => Item): (list: CelList) => CelValue {
  return (list) => list.items().reduce<Item>((total, item) => addChecked(total, item, add), start);
}

function addChecked<Item extends CelValue>(total: Item, item: CelValue, add: (one: Item, other: Item) => Item): Item {
  if (typeof item !== typeof total) throw noSuchOverload();
  return add(total, item as Item);
}

function indexOf(list: CelList, wanted: CelValue): bigint {
  return BigInt(list.items().findIndex((item) => areEqual(item, wanted)));
}

function lastIndexOf(list: CelList, wanted: CelValue): bigint {
  return BigInt(list.items().findLastIndex((item) => areEqual(item, wanted)));
}

function includes(held: CelValue, wanted: CelValue): boolean {
  if (typeof held === 'object' && held !== null && 'kind' in held && held.kind === 'list') {
    return held.items().some((item) => areEqual(item, wanted));
  }
  return areEqual(held, wanted);
}

export const kubernetesLists: Library = [
  ...overloads(ordered, 'list(T).isSorted(): bool', isSorted),
  overload(
    'list(int).sum(): int',
    sum<bigint>(0n, (one, other) => checkedInt(one + other)),
  ),
  overload(
    'list(uint).sum(): uint',
    sum<CelUint>(uintOf(0n), (one, other) => checkedUint(one.value + other.value)),
  ),
  overload(
    'list(double).sum(): double',
    sum<number>(0, (one, other) => one + other),
  ),
  overload(
    'list(duration).sum(): duration',
    sum<CelDuration>(durationOf(0n), (one, other) => checkedDuration(one.nanos + other.nanos)),
  ),
  ...overloads(ordered, 'list(T).max(): T', extreme('max', 1)),
  ...overloads(ordered, 'list(T).min(): T', extreme('min', -1)),
  overload('list(A).indexOf(A): int', indexOf),
  overload('list(A).lastIndexOf(A): int', lastIndexOf),
];

export const includesAnything: Library = [overload('dyn.includes(dyn): bool', includes)];
