import type { CelMap, CelValue } from './value.ts';

/** JSON data as expressions see it without a schema: whole numbers are int, others double. */
export function toPlainValue(data: unknown): CelValue {
  if (typeof data === 'string' || typeof data === 'boolean' || typeof data === 'bigint') return data;
  if (typeof data === 'number') return Number.isSafeInteger(data) && !Object.is(data, -0) ? BigInt(data) : data;
  if (data instanceof Uint8Array) return data;
  if (Array.isArray(data)) {
    const list: readonly unknown[] = data;
    let converted: readonly CelValue[] | undefined;
    return { kind: 'list', size: list.length, items: () => (converted ??= list.map((item) => toPlainValue(item))) };
  }
  return typeof data === 'object' && data !== null ? plainMap(data as Readonly<Record<string, unknown>>) : null;
}

function plainMap(data: Readonly<Record<string, unknown>>): CelMap {
  const read = new Map<string, CelValue>();
  return {
    kind: 'map',
    size: Object.keys(data).length,
    find: (key) => {
      if (typeof key !== 'string' || !Object.hasOwn(data, key)) return undefined;
      const known = read.get(key);
      if (known !== undefined) return known;
      const value = toPlainValue(data[key]);
      read.set(key, value);
      return value;
    },
    keys: () => Object.keys(data),
  };
}
