import { numberOf } from './equality.ts';
import { evaluationError, noSuchOverload } from './failure.ts';
import type { CelValue } from './value.ts';

/** Negative, 0 or positive. Throws for values that have no order to each other. */
export function compare(one: CelValue, other: CelValue): number {
  const number = numberOf(one);
  const otherNumber = numberOf(other);
  if (number !== undefined && otherNumber !== undefined) return compareNumbers(number, otherNumber);
  if (typeof one === 'string' && typeof other === 'string') return compareTexts(one, other);
  if (typeof one === 'boolean' && typeof other === 'boolean') return Number(one) - Number(other);
  if (one instanceof Uint8Array && other instanceof Uint8Array) return Buffer.compare(one, other);
  const nanos = nanosOf(one);
  const otherNanos = nanosOf(other);
  if (nanos === undefined || otherNanos === undefined || kindOf(one) !== kindOf(other)) throw noSuchOverload();
  return nanos < otherNanos ? -1 : Number(nanos > otherNanos);
}

function compareNumbers(one: number | bigint, other: number | bigint): number {
  if (Number.isNaN(one) || Number.isNaN(other)) throw evaluationError('NaN values cannot be ordered');
  // As the server: an int next to a double is made one, which may lose its last digits.
  const [left, right] = typeof one === typeof other ? [one, other] : [Number(one), Number(other)];
  return left < right ? -1 : Number(left > right);
}

/** By code points; JavaScript's own order differs where surrogates meet higher characters. */
function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  const length = Math.min(one.length, other.length);
  for (let at = 0; at < length; at += 1) {
    const left = one.charCodeAt(at);
    const right = other.charCodeAt(at);
    if (left === right) continue;
    const leftSurrogate = left >= 0xd800 && left <= 0xdfff;
    const rightSurrogate = right >= 0xd800 && right <= 0xdfff;
    if (leftSurrogate !== rightSurrogate) return leftSurrogate ? 1 : -1;
    return left - right;
  }
  return one.length - other.length;
}

function nanosOf(value: CelValue): bigint | undefined {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return undefined;
  return value.kind === 'timestamp' || value.kind === 'duration' ? value.nanos : undefined;
}

function kindOf(value: CelValue): string {
  return typeof value === 'object' && value !== null && 'kind' in value ? value.kind : '';
}
