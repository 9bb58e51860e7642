/** Numbers that follow from a seed (mulberry32): the same seed, the same choices. */
export interface Random {
  /** Below `limit`, a whole number. */
  below(limit: number): number;
  chance(probability: number): boolean;
  /** Throws for an empty list: the caller asked for something that is not there. */
  pick<Item>(items: readonly Item[]): Item;
  shuffled<Item>(items: readonly Item[]): Item[];
}

export function seeded(seed: number): Random {
  let state = (Math.trunc(seed) % 0x1_0000_0000) | 0;
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  }
  function below(limit: number): number {
    return Math.floor(next() * limit);
  }
  function pick<Item>(items: readonly Item[]): Item {
    const item = items[below(items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }
  function shuffled<Item>(items: readonly Item[]): Item[] {
    const copy = [...items];
    for (let last = copy.length - 1; last > 0; last -= 1) {
      const other = below(last + 1);
      const kept = copy[last] as Item;
      copy[last] = copy[other] as Item;
      copy[other] = kept;
    }
    return copy;
  }
  return { below, chance: (probability) => next() < probability, pick, shuffled };
}
