import { noSuchOverload } from './failure.ts';
import type { CelList, CelMap, CelValue } from './value.ts';

/** Numbers are equal by their value, whatever their types; other types are never equal to each other. */
export function areEqual(one: CelValue, other: CelValue): boolean {
  if (one === other) return true;
  if (isTyped(one) && other !== null && kindOf(other) !== kindOf(one)) throw noSuchOverload();
  const number = numberOf(one);
  if (number !== undefined) {
    const otherNumber = numberOf(other);
    if (otherNumber === undefined) return false;
    return typeof number === typeof otherNumber ? number === otherNumber : Number(number) === Number(otherNumber);
  }
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (one instanceof Uint8Array) return other instanceof Uint8Array && Buffer.compare(one, other) === 0;
  if (other instanceof Uint8Array) return false;
  if (one.kind === 'opaque') {
    if (other.kind !== 'opaque' || other.type !== one.type) throw noSuchOverload();
    return one.equals(other);
  }
  if (one.kind === 'list') return other.kind === 'list' && listsAreEqual(one, other);
  if (one.kind === 'map') return other.kind === 'map' && mapsAreEqual(one, other);
  if (one.kind === 'timestamp' || one.kind === 'duration') return other.kind === one.kind && one.nanos === other.nanos;
  if (one.kind === 'type') return other.kind === 'type' && one.name === other.name;
  if (one.kind !== 'optional' || other.kind !== 'optional') return false;
  if (one.value === undefined || other.value === undefined) return one.value === other.value;
  return areEqual(one.value, other.value);
}

function isTyped(value: CelValue): boolean {
  return typeof value === 'object' && value !== null && 'typed' in value;
}

function kindOf(value: CelValue): string {
  return typeof value === 'object' && value !== null && 'kind' in value ? value.kind : typeof value;
}

/** A number to compare with others, or undefined when the value is none. */
export function numberOf(value: CelValue): number | bigint | undefined {
  if (typeof value === 'bigint' || typeof value === 'number') return value;
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'uint'
    ? value.value
    : undefined;
}

function listsAreEqual(one: CelList, other: CelList): boolean {
  if (one.size !== other.size) return false;
  const { keyOf } = one;
  const items = one.items();
  const others = other.items();
  if (keyOf === undefined) return items.every((item, position) => areEqual(item, others[position] ?? null));
  const known = new Map(items.map((item) => [keyOf(item), item]));
  return others.every((item) => {
    const match = known.get(keyOf(item));
    return match !== undefined && (one.unordered === 'set' || areEqual(match, item));
  });
}

function mapsAreEqual(one: CelMap, other: CelMap): boolean {
  if (one.size !== other.size) return false;
  return one.keys().every((key) => {
    const value = one.find(key);
    const found = other.find(key);
    return value !== undefined && found !== undefined && areEqual(value, found);
  });
}
