import { numberOf } from './equality.ts';
import { evaluationError } from './failure.ts';
import type { CelMap, CelValue } from './value.ts';

/** What a key is known by: numbers by their value. Undefined when no key can equal it. */
export function keyText(key: CelValue): string | undefined {
  if (typeof key === 'string') return `s${key}`;
  if (typeof key === 'boolean') return `b${key}`;
  const number = numberOf(key);
  if (number === undefined) return undefined;
  if (typeof number === 'bigint') return `n${number}`;
  return Number.isInteger(number) ? `n${BigInt(number)}` : undefined;
}

/** Throws when two keys are one, or a key is of a type that keys may not have. */
export function mapOf(entries: Iterable<readonly [CelValue, CelValue]>): CelMap {
  const known = new Map<string, readonly [CelValue, CelValue]>();
  for (const entry of entries) {
    const text = typeof entry[0] === 'number' ? undefined : keyText(entry[0]);
    if (text === undefined) throw evaluationError('unsupported key type');
    if (known.has(text)) throw evaluationError('duplicate key');
    known.set(text, entry);
  }
  return {
    kind: 'map',
    size: known.size,
    find: (key) => {
      const text = keyText(key);
      return text === undefined ? undefined : known.get(text)?.[1];
    },
    keys: () => [...known.values()].map(([key]) => key),
  };
}

export function entriesOf(map: CelMap): readonly (readonly [CelValue, CelValue])[] {
  return map.keys().flatMap((key): readonly (readonly [CelValue, CelValue])[] => {
    const value = map.find(key);
    return value === undefined ? [] : [[key, value]];
  });
}
