import { evaluationError } from '../failure.ts';
import { addLists } from '../list-value.ts';
import type { Library } from '../overload.ts';
import { overload } from '../overload.ts';
import { firstInstant, lastInstant } from '../time-text.ts';
import type { CelDuration, CelList, CelTimestamp, CelUint } from '../value.ts';
import { durationOf, uintOf } from '../value.ts';

const intLimit = 2n ** 63n;
const uintLimit = 2n ** 64n;

export function checkedInt(value: bigint): bigint {
  if (value < -intLimit || value >= intLimit) throw evaluationError('integer overflow');
  return value;
}

export function checkedUint(value: bigint): CelUint {
  if (value < 0n || value >= uintLimit) throw evaluationError('unsigned integer overflow');
  return uintOf(value);
}

export function checkedDuration(nanos: bigint): CelDuration {
  if (nanos < -intLimit || nanos >= intLimit) throw evaluationError('duration out of range');
  return durationOf(nanos);
}

export function checkedTimestamp(nanos: bigint): CelTimestamp {
  if (nanos < firstInstant || nanos > lastInstant) throw evaluationError('timestamp out of range');
  return { kind: 'timestamp', nanos };
}

function divide(one: bigint, other: bigint): bigint {
  if (other === 0n) throw evaluationError('division by zero');
  return one / other;
}

function remainder(one: bigint, other: bigint): bigint {
  if (other === 0n) throw evaluationError('modulus by zero');
  return one % other;
}

function checkedRemainder(one: bigint, other: bigint): bigint {
  if (one === -intLimit && other === -1n) throw evaluationError('integer overflow');
  return remainder(one, other);
}

function joinBytes(one: Uint8Array, other: Uint8Array): Uint8Array {
  return Uint8Array.from([...one, ...other]);
}

export const arithmetic: Library = [
  overload('_+_(bytes, bytes): bytes', joinBytes),
  overload('_+_(double, double): double', (one: number, other: number) => one + other),
  overload('_+_(duration, duration): duration', (one: CelDuration, other: CelDuration) =>
    checkedDuration(one.nanos + other.nanos),
  ),
  overload('_+_(duration, timestamp): timestamp', (one: CelDuration, other: CelTimestamp) =>
    checkedTimestamp(one.nanos + other.nanos),
  ),
  overload('_+_(timestamp, duration): timestamp', (one: CelTimestamp, other: CelDuration) =>
    checkedTimestamp(one.nanos + other.nanos),
  ),
  overload('_+_(int, int): int', (one: bigint, other: bigint) => checkedInt(one + other)),
  overload('_+_(list(A), list(A)): list(A)', (one: CelList, other: CelList) => addLists(one, other)),
  overload('_+_(string, string): string', (one: string, other: string) => one + other),
  overload('_+_(uint, uint): uint', (one: CelUint, other: CelUint) => checkedUint(one.value + other.value)),
  overload('_-_(double, double): double', (one: number, other: number) => one - other),
  overload('_-_(duration, duration): duration', (one: CelDuration, other: CelDuration) =>
    checkedDuration(one.nanos - other.nanos),
  ),
  overload('_-_(int, int): int', (one: bigint, other: bigint) => checkedInt(one - other)),
  overload('_-_(timestamp, duration): timestamp', (one: CelTimestamp, other: CelDuration) =>
    checkedTimestamp(one.nanos - other.nanos),
  ),
  overload('_-_(timestamp, timestamp): duration', (one: CelTimestamp, other: CelTimestamp) =>
    checkedDuration(one.nanos - other.nanos),
  ),
  overload('_-_(uint, uint): uint', (one: CelUint, other: CelUint) => checkedUint(one.value - other.value)),
  overload('_*_(double, double): double', (one: number, other: number) => one * other),
  overload('_*_(int, int): int', (one: bigint, other: bigint) => checkedInt(one * other)),
  overload('_*_(uint, uint): uint', (one: CelUint, other: CelUint) => checkedUint(one.value * other.value)),
  overload('_/_(double, double): double', (one: number, other: number) => one / other),
  overload('_/_(int, int): int', (one: bigint, other: bigint) => checkedInt(divide(one, other))),
  overload('_/_(uint, uint): uint', (one: CelUint, other: CelUint) => uintOf(divide(one.value, other.value))),
  overload('_%_(int, int): int', checkedRemainder),
  overload('_%_(uint, uint): uint', (one: CelUint, other: CelUint) => uintOf(remainder(one.value, other.value))),
  overload('-_(double): double', (value: number) => -value),
  overload('-_(int): int', (value: bigint) => checkedInt(-value)),
  overload('!_(bool): bool', (value: boolean) => !value),
];
