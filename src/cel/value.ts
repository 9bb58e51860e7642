/** An integer is a bigint, a double a number. Lists and maps may convert what they hold when it is asked for. */
export type CelValue =
  | null
  | boolean
  | bigint
  | number
  | string
  | Uint8Array
  | CelUint
  | CelList
  | CelMap
  | CelTimestamp
  | CelDuration
  | CelTypeValue
  | CelOptional
  | CelOpaque;

export interface CelUint {
  readonly kind: 'uint';
  readonly value: bigint;
}

/** Nanoseconds since 1970, UTC. */
export interface CelTimestamp {
  readonly kind: 'timestamp';
  readonly nanos: bigint;
}

export interface CelDuration {
  readonly kind: 'duration';
  readonly nanos: bigint;
}

interface CelTypeValue {
  readonly kind: 'type';
  readonly name: string;
}

export interface CelOptional {
  readonly kind: 'optional';
  readonly value: CelValue | undefined;
}

export interface CelList {
  readonly kind: 'list';
  readonly size: number;
  readonly items: () => readonly CelValue[];
  /** How lists of `x-kubernetes-list-type` set and map compare and add: by what each element is known by. */
  readonly keyOf?: (item: CelValue) => string;
  readonly unordered?: 'set' | 'map';
  /** Data with a schema: it is an error to ask whether it equals something else than a list. */
  readonly typed?: true;
}

export interface CelMap {
  readonly kind: 'map';
  readonly size: number;
  readonly find: (key: CelValue) => CelValue | undefined;
  readonly keys: () => readonly CelValue[];
  /** Data with a schema: it is an error to ask whether it equals something else than a map. */
  readonly typed?: true;
}

/** A value of a library's type. */
export interface CelOpaque {
  readonly kind: 'opaque';
  readonly type: string;
  readonly value: unknown;
  readonly equals: (other: CelOpaque) => boolean;
  readonly bytes?: number;
}

export function listOf(items: readonly CelValue[]): CelList {
  return { kind: 'list', size: items.length, items: () => items };
}

export function uintOf(value: bigint): CelUint {
  return { kind: 'uint', value };
}

export function durationOf(nanos: bigint): CelDuration {
  return { kind: 'duration', nanos };
}

export function optionalOf(value: CelValue | undefined): CelOptional {
  return { kind: 'optional', value };
}

export const noValue: CelOptional = { kind: 'optional', value: undefined };
