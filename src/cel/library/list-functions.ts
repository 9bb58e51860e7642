import { areEqual } from '../equality.ts';
import { evaluationError } from '../failure.ts';
import { compare } from '../order.ts';
import type { Library } from '../overload.ts';
import { ordered, overload, overloads } from '../overload.ts';
import type { CelList, CelValue } from '../value.ts';
import { listOf } from '../value.ts';
import { typeNameOf } from '../value-kind.ts';

/** Longer ranges cost more than an evaluation may. */
const longestRange = 1_000_000n;

function slice(list: CelList, from: bigint, to: bigint): CelList {
  if (from < 0n || to < 0n) throw evaluationError('cannot slice at a negative index');
  if (from > to) throw evaluationError('cannot slice: the start is behind the end');
  if (to > BigInt(list.size)) throw evaluationError(`cannot slice to ${to}: the list has ${list.size}`);
  return listOf(list.items().slice(Number(from), Number(to)));
}

function flatten(list: CelList, depth = 1n): CelList {
  if (depth < 0n) throw evaluationError('level must be non-negative');
  return listOf(flat(list.items(), depth));
}

function flat(items: readonly CelValue[], depth: bigint): readonly CelValue[] {
  if (depth === 0n) return items;
  return items.flatMap((item) => {
    const inner =
      typeof item === 'object' && item !== null && 'kind' in item && item.kind === 'list' ? item : undefined;
    return inner === undefined ? [item] : flat(inner.items(), depth - 1n);
  });
}

function sortBy(list: CelList, keys: CelList): CelList {
  if (list.size === 0) return list;
  const names = keys.items();
  const kinds = new Set(names.map((name) => typeNameOf(name)));
  if (kinds.size > 1) throw evaluationError('list elements must have the same type');
  const pairs = list.items().map((item, at): readonly [CelValue, CelValue] => [names[at] ?? null, item]);
  return listOf(pairs.toSorted(([one], [other]) => compare(one, other)).map(([, item]) => item));
}

function range(length: bigint): CelList {
  if (length > longestRange) throw evaluationError('the range is too long');
  return listOf(Array.from({ length: Math.max(Number(length), 0) }, (_, at) => BigInt(at)));
}

function distinct(list: CelList): CelList {
  if (list.size === 0) return list;
  const kept: CelValue[] = [];
  const seen = new Set<CelValue>();
  for (const item of list.items()) {
    if (typeof item === 'string') {
      if (!seen.has(item)) kept.push(item);
      seen.add(item);
    } else if (!kept.some((other) => areEqual(item, other))) kept.push(item);
  }
  return listOf(kept);
}

export const listFunctions: Library = [
  overload('list(A).slice(int, int): list(A)', slice),
  overload('list(list(A)).flatten(): list(A)', flatten),
  overload('list(dyn).flatten(int): list(dyn)', flatten),
  ...overloads(ordered, 'list(T).sort(): list(T)', (list: CelList) => sortBy(list, list)),
  ...overloads(ordered, 'list(A).@sortByAssociatedKeys(list(T)): list(A)', sortBy),
  overload('lists.range(int): list(int)', range),
  overload('list(A).reverse(): list(A)', (list: CelList) => listOf(list.items().toReversed())),
  overload('list(A).distinct(): list(A)', distinct),
];
