import type { FieldPath } from '../../kernel/index.ts';
import { isKnownFormat } from './formats.ts';
import type { JsonSchema } from './json-schema.ts';
import { fail } from './outcome.ts';
import type { Outcome } from './outcome.ts';

/** Whole numbers beyond this are none to the server once they are floating point. */
const largestFloat = 2 ** 53 - 1;
const int64 = 2n ** 63n;

const intOrString: readonly string[] = ['integer', 'string'];
const single: Readonly<Record<string, readonly string[]>> = {
  string: ['string'],
  integer: ['integer'],
  number: ['number'],
  boolean: ['boolean'],
  object: ['object'],
  array: ['array'],
};
const none: readonly string[] = [];

export function typesOf(schema: JsonSchema): readonly string[] {
  if (schema['x-kubernetes-int-or-string'] === true) return intOrString;
  return schema.type === undefined || schema.type === '' ? none : (single[schema.type] ?? [schema.type]);
}

/** The format that the server looks at: those it does not know are as good as none. Undefined when there is none. */
export function effectiveFormat(schema: JsonSchema, minor: number): string | undefined {
  const { format } = schema;
  if (format === undefined || format === '') return undefined;
  const types = typesOf(schema);
  // Formats of numbers count from 1.36 on; before, those of strings were looked at for any type.
  const type = types.length === 1 ? types[0] : 'string';
  if (minor >= 36) {
    if (type === 'integer') return format === 'int32' || format === 'int64' ? format : undefined;
    if (type === 'number') return format === 'float' || format === 'double' ? format : undefined;
    if (type !== 'string') return undefined;
  }
  return isKnownFormat(format, minor) ? format : undefined;
}

/** As kube-openapi's type validator has it, with its oddities: a list passes for a string that has a format. */
export function validateType(outcome: Outcome, value: unknown, schema: JsonSchema, at: FieldPath | undefined): void {
  const types = typesOf(schema);
  const format = effectiveFormat(schema, outcome.minor);
  if (types.length === 0 && format === undefined) return;
  // Once for the check, once for having found nothing.
  if (value !== null) outcome.matches += 1;
  if (hasType(value, types, format, schema)) outcome.matches += 1;
  else {
    const wanted =
      format !== undefined && typeof value !== 'string' && !Array.isArray(value) ? format : types.join(' or ');
    fail(outcome, 'type-invalid', at, `must be of type ${wanted}${schema.nullable === true ? ' or null' : ''}`, {
      value,
    });
  }
}

function hasType(value: unknown, types: readonly string[], format: string | undefined, schema: JsonSchema): boolean {
  if (value === null) return types.length === 0 || schema.nullable === true;
  const own = typeOf(value);
  const matches =
    types.includes(own) ||
    (own === 'number' && types.includes('integer') && isWholeFloat(value)) ||
    (own === 'integer' && types.includes('number'));
  if (format === undefined) return matches;
  if (own !== 'string' && own !== 'array') return matches;
  return matches || !(types.includes('number') || types.includes('integer'));
}

/** A number with an integer's value is one to the server that reads it, as long as it has 64 bits. */
export function typeOf(value: unknown): string {
  if (typeof value === 'bigint') return value >= -int64 && value < int64 ? 'integer' : 'number';
  if (typeof value === 'number') {
    return Number.isInteger(value) && Math.abs(value) < Number(int64) ? 'integer' : 'number';
  }
  if (Array.isArray(value)) return 'array';
  return typeof value;
}

function isWholeFloat(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= largestFloat;
}
