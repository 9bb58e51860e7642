import { readSignature } from './signature.ts';
import type { CelType } from './type.ts';
import type { CelValue } from './value.ts';

/** Throws a failure when it cannot. */
type Evaluate = (...args: readonly CelValue[]) => CelValue;

/** One way to call a function. `a.f(b)` gives `a` as the first argument. */
export interface Overload {
  readonly id: string;
  readonly name: string;
  readonly member: boolean;
  readonly params: readonly CelType[];
  readonly result: CelType;
  readonly evaluate: Evaluate;
}

export type Library = readonly Overload[];

/** `size(list(A)): int` declares a global function, `list(A).size(): int` a member. Big letters are type parameters. */
export function overload(signature: string, evaluate: (...args: never[]) => CelValue): Overload {
  const read = readSignature(signature);
  return { id: signature, ...read, evaluate: evaluate as unknown as Evaluate };
}

/** One overload for each of the types, put where the signature has `T`. */
export function overloads(
  types: readonly string[],
  signature: string,
  evaluate: (...args: never[]) => CelValue,
): Library {
  return types.map((type) => overload(signature.replaceAll(/\bT\b/g, type), evaluate));
}

/** Types with an order. */
export const ordered = ['int', 'uint', 'double', 'bool', 'duration', 'timestamp', 'string', 'bytes'] as const;
