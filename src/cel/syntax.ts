import type { CelValue } from './value.ts';

/** `at` is the offset in the source where messages point. */
export type Expression =
  | { readonly kind: 'constant'; readonly at: number; readonly value: CelValue }
  | { readonly kind: 'identifier'; readonly at: number; readonly name: string }
  | Select
  | Call
  | ListLiteral
  | MapLiteral
  | StructLiteral
  | Comprehension;

export interface Select {
  readonly kind: 'select';
  readonly at: number;
  readonly operand: Expression;
  readonly field: string;
  /** `has(operand.field)`. */
  readonly test: boolean;
  /** `operand.?field`. */
  readonly optional: boolean;
}

export interface Call {
  readonly kind: 'call';
  readonly at: number;
  /** Operators have names like `_+_`. */
  readonly name: string;
  readonly target?: Expression;
  readonly args: readonly Expression[];
}

export interface ListLiteral {
  readonly kind: 'list';
  readonly at: number;
  readonly elements: readonly Expression[];
  readonly optional: ReadonlySet<number>;
}

export interface MapEntry {
  readonly key: Expression;
  readonly value: Expression;
  readonly optional: boolean;
}

export interface MapLiteral {
  readonly kind: 'map';
  readonly at: number;
  readonly entries: readonly MapEntry[];
}

export interface StructField {
  readonly at: number;
  readonly name: string;
  readonly value: Expression;
  readonly optional: boolean;
}

export interface StructLiteral {
  readonly kind: 'struct';
  readonly at: number;
  readonly name: string;
  readonly fields: readonly StructField[];
}

/** What the macros become: a loop with an accumulator. */
export interface Comprehension {
  readonly kind: 'comprehension';
  readonly at: number;
  readonly range: Expression;
  readonly variable: string;
  /** Of loops over index and element, or key and value. */
  readonly second?: string;
  readonly accumulator: string;
  readonly start: Expression;
  readonly condition: Expression;
  readonly step: Expression;
  readonly result: Expression;
}

/** A place in the source that the parser or the checker refuses. */
export interface Flaw {
  readonly at: number;
  readonly message: string;
}

export function constant(at: number, value: CelValue): Expression {
  return { kind: 'constant', at, value };
}

export function identifier(at: number, name: string): Expression {
  return { kind: 'identifier', at, name };
}

export function call(at: number, name: string, args: readonly Expression[], target?: Expression): Expression {
  return target === undefined ? { kind: 'call', at, name, args } : { kind: 'call', at, name, args, target };
}
