/** From the least to the most: of a size, or of a cost. */
export interface Amount {
  readonly min: number;
  readonly max: number;
}

/** The server counts in 64 bits, and stays there when it is more. */
const most = 2 ** 64;

export const unknownAmount: Amount = { min: 0, max: most };

export function exactly(count: number): Amount {
  return { min: count, max: count };
}

export function plus(one: Amount, other: Amount): Amount {
  return { min: capped(one.min + other.min), max: capped(one.max + other.max) };
}

export function times(one: Amount, other: Amount): Amount {
  return { min: capped(one.min * other.min), max: capped(one.max * other.max) };
}

/** Rounded up. */
export function scaled(amount: Amount, factor: number): Amount {
  return { min: capped(Math.ceil(amount.min * factor)), max: capped(Math.ceil(amount.max * factor)) };
}

export function union(one: Amount, other: Amount): Amount {
  return { min: Math.min(one.min, other.min), max: Math.max(one.max, other.max) };
}

function capped(count: number): number {
  return Math.min(count, most);
}
