import type { FieldError } from '../../kernel/index.ts';
import type { ObjectType } from '../tables.ts';

export interface Decoding {
  readonly minor: number;
  /** The types of this minor version that were asked for. */
  readonly types: Map<string, ObjectType>;
  readonly errors: FieldError[];
  /** Inside a part that the server decodes without looking for unknown fields. */
  lenient: boolean;
  depth: number;
}

export type Mapping = { [name: string]: unknown };

/** Stands for "leave it out". */
export const absent: unique symbol = Symbol('absent');

export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
