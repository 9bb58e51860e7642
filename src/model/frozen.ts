import type { JsonObject, JsonValue } from '../kernel/index.ts';

/** What `frozenJson` made, so that a value which many units share is copied once and stays one object in memory. */
const made = new WeakSet<object>();

/**
 * A deep, frozen copy; absent (`undefined`) values leave no key. The argument is left as it was: it may belong to a declaration.
 * Only for values that are JSON already, see `findNonJson`.
 */
export function frozenJson<Value>(value: Value): Value {
  return copyOf(value, new Map()) as Value;
}

function copyOf(value: unknown, copies: Map<object, unknown>): unknown {
  if (typeof value !== 'object' || value === null || made.has(value)) return value;
  const known = copies.get(value);
  if (known !== undefined) return known;
  const copy = Object.freeze(
    Array.isArray(value) ? value.map((item: unknown) => copyOf(item, copies)) : copyOfObject(value, copies),
  );
  made.add(copy);
  copies.set(value, copy);
  return copy;
}

/** A loop, because every input of every unit passes here. */
function copyOfObject(value: object, copies: Map<object, unknown>): object {
  const copy: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    if (item === undefined) continue;
    // Assigning it would set the prototype; as data it is a key like any other.
    if (key === '__proto__') Object.defineProperty(copy, key, { value: copyOf(item, copies), enumerable: true });
    else copy[key] = copyOf(item, copies);
  }
  return copy;
}

export interface NonJson {
  /** RFC 6901. */
  readonly pointer: string;
  /** `a function`, `a Date`... */
  readonly seen: string;
}

/** The first value that JSON could not hold, undefined when all is well. An `undefined` property counts as absent. */
export function findNonJson(value: unknown, pointer = '', ancestors: readonly object[] = []): NonJson | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : { pointer, seen: String(value) };
  if (typeof value !== 'object') return { pointer, seen: value === undefined ? 'undefined' : `a ${typeof value}` };
  if (ancestors.includes(value)) return { pointer, seen: 'a reference to an object that holds it' };
  const inside = [...ancestors, value];
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      const problem = findNonJson(item, `${pointer}/${index}`, inside);
      if (problem !== undefined) return problem;
    }
    return undefined;
  }
  if (!isPlain(value)) return { pointer, seen: `a ${value.constructor?.name ?? 'class instance'}` };
  for (const [key, item] of Object.entries(value)) {
    if (item === undefined) continue;
    const problem = findNonJson(item, `${pointer}/${escapePointer(key)}`, inside);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** One object over another, key by key: objects meet key by key too, anything else is replaced whole, lists included. */
export function overlay(base: JsonObject, over: JsonObject): JsonObject {
  const result: Record<string, JsonValue> = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const below = result[key];
    result[key] = isObject(below) && isObject(value) ? overlay(below, value) : value;
  }
  return result;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  // A bundle evaluated in another realm has another Object.prototype: what counts is that nothing stands above it.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
