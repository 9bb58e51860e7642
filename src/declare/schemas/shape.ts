import { z } from 'zod';
import type { JsonObject } from '../../kernel/index.ts';

/** One schema for each key of an interface: a key that is forgotten, or is none of the interface's, does not compile. */
export type Shape<Declared> = { readonly [Key in keyof Declared]-?: z.ZodType<Declared[Key]> };

export const optional = z.exactOptional;

/** Any JSON object: the value has been made plain before, so its kind is all there is to look at. */
export const Json = z
  .custom<JsonObject>((value) => typeof value === 'object' && value !== null && !Array.isArray(value))
  .describe('an object');

/** A function of the declaration. Its type is checked by the compiler, at run time only that it is one. */
export function code<Signature>(): z.ZodType<Signature> {
  return z.custom<Signature>((value) => typeof value === 'function').describe('a function');
}
