import { evaluationError } from '../failure.ts';
import { formatDouble } from '../number-text.ts';
import type { Library } from '../overload.ts';
import { overload } from '../overload.ts';
import { floorDivide, formatDuration, formatTimestamp, parseDuration, parseTimestamp } from '../time-text.ts';
import { typeNameOf } from '../value-kind.ts';
import type { CelDuration, CelTimestamp, CelUint, CelValue } from '../value.ts';
import { checkedDuration, checkedInt, checkedTimestamp, checkedUint } from './arithmetic.ts';

const second = 1_000_000_000n;
const trueTexts = new Set(['1', 't', 'T', 'TRUE', 'true', 'True']);
const falseTexts = new Set(['0', 'f', 'F', 'FALSE', 'false', 'False']);

function unchanged(value: CelValue): CelValue {
  return value;
}

function truncated(value: number, limit: number): bigint {
  if (Number.isNaN(value) || Math.abs(value) >= limit) throw evaluationError('integer overflow');
  return BigInt(Math.trunc(value));
}

function unsignedPart(value: number): CelUint {
  if (value < 0) throw evaluationError('unsigned integer overflow');
  return checkedUint(truncated(value, 2 ** 64));
}

function intOf(text: string): bigint {
  if (!/^[-+]?\d+$/.test(text)) throw evaluationError(`${JSON.stringify(text)} is no int`);
  return checkedInt(BigInt(text.replace(/^\+/, '')));
}

function unsignedOf(text: string): CelUint {
  if (!/^\d+$/.test(text)) throw evaluationError(`${JSON.stringify(text)} is no uint`);
  return checkedUint(BigInt(text));
}

function doubleOf(text: string): number {
  const special = /^([-+]?)(?:inf|infinity)$/i.exec(text);
  if (special !== null) return special[1] === '-' ? -Infinity : Infinity;
  if (/^nan$/i.test(text)) return NaN;
  if (!/^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(text))
    throw evaluationError(`${JSON.stringify(text)} is no double`);
  const value = Number(text);
  if (!Number.isFinite(value)) throw evaluationError(`${JSON.stringify(text)} is out of range`);
  return value;
}

function boolOf(text: string): boolean {
  if (trueTexts.has(text)) return true;
  if (falseTexts.has(text)) return false;
  throw evaluationError(`${JSON.stringify(text)} is no bool`);
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw evaluationError('invalid UTF-8 in bytes, cannot convert to string');
  }
}

function readTime<Value>(value: Value | undefined, text: string): Value {
  if (value === undefined) throw evaluationError(`${JSON.stringify(text)} is no time`);
  return value;
}

const largestInt = 2 ** 63;

export const conversions: Library = [
  overload('int(int): int', unchanged),
  overload('int(uint): int', (value: CelUint) => checkedInt(value.value)),
  overload('int(double): int', (value: number) => truncated(value, largestInt)),
  overload('int(string): int', intOf),
  overload('int(timestamp): int', (value: CelTimestamp) => floorDivide(value.nanos, second)),
  overload('int(duration): int', (value: CelDuration) => value.nanos),
  overload('uint(uint): uint', unchanged),
  overload('uint(int): uint', checkedUint),
  overload('uint(double): uint', (value: number) => unsignedPart(value)),
  overload('uint(string): uint', unsignedOf),
  overload('double(double): double', unchanged),
  overload('double(int): double', Number),
  overload('double(uint): double', (value: CelUint) => Number(value.value)),
  overload('double(string): double', doubleOf),
  overload('bool(bool): bool', unchanged),
  overload('bool(string): bool', boolOf),
  overload('bytes(bytes): bytes', unchanged),
  overload('bytes(string): bytes', (value: string) => new TextEncoder().encode(value)),
  overload('string(string): string', unchanged),
  overload('string(bool): string', String),
  overload('string(int): string', String),
  overload('string(uint): string', (value: CelUint) => String(value.value)),
  overload('string(double): string', formatDouble),
  overload('string(bytes): string', textOf),
  overload('string(timestamp): string', (value: CelTimestamp) => formatTimestamp(value.nanos)),
  overload('string(duration): string', (value: CelDuration) => formatDuration(value.nanos)),
  overload('timestamp(timestamp): timestamp', unchanged),
  overload('timestamp(int): timestamp', (value: bigint) => checkedTimestamp(value * second)),
  overload('timestamp(string): timestamp', (text: string) => checkedTimestamp(readTime(parseTimestamp(text), text))),
  overload('duration(duration): duration', unchanged),
  overload('duration(int): duration', checkedDuration),
  overload('duration(string): duration', (text: string) => checkedDuration(readTime(parseDuration(text), text))),
  overload('dyn(A): dyn', unchanged),
  overload('type(A): type(A)', (value: CelValue) => ({ kind: 'type', name: typeNameOf(value) })),
];
