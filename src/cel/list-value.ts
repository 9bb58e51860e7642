import type { CelList, CelValue } from './value.ts';
import { listOf } from './value.ts';

/** Sets add what is new; lists of maps put what has a known key in its place. */
export function addLists(one: CelList, other: CelList): CelList {
  const { keyOf, unordered } = one;
  if (keyOf === undefined || unordered === undefined) return joinLists(one, other);
  const items = [...one.items()];
  const places = new Map(items.map((item, place) => [keyOf(item), place]));
  for (const item of other.items()) {
    const key = keyOf(item);
    const place = places.get(key);
    if (place === undefined) {
      places.set(key, items.length);
      items.push(item);
    } else if (unordered === 'map') items[place] = item;
  }
  return { ...listOf(items), keyOf, unordered };
}

/** How many lists a sum may be made of before it is put in one piece. */
function joinLists(one: CelList, other: CelList): CelList {
  if (one.size === 0) return other;
  if (other.size === 0) return one;
  let joined: readonly CelValue[] | undefined;
  return {
    kind: 'list',
    size: one.size + other.size,
    items: () => (joined ??= [...one.items(), ...other.items()]),
  };
}
