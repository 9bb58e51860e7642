import type { FieldPath } from '../../kernel/index.ts';
import type { JsonSchema } from './json-schema.ts';
import { fail, failWithoutField } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { effectiveFormat, typeOf, typesOf } from './types.ts';

const int32 = 2 ** 31;
const largestFloat32 = 3.4028234663852886e38;

/** Limits of whole numbers lose their fractions first, as they do in the server. */
export function validateNumber(
  outcome: Outcome,
  value: number | bigint,
  schema: JsonSchema,
  at: FieldPath | undefined,
): void {
  outcome.matches += 2;
  const { minimum, maximum, exclusiveMinimum = false, exclusiveMaximum = false, multipleOf } = schema;
  const whole = typeOf(value) === 'integer';
  if (outcome.minor >= 36) validateRange(outcome, value, schema, at, whole);
  if (maximum !== undefined) {
    const limit = whole ? Math.trunc(maximum) : maximum;
    if (exclusiveMaximum ? value >= limit : value > limit) {
      fail(outcome, 'invalid', at, `must be less than ${exclusiveMaximum ? '' : 'or equal to '}${maximum}`, { value });
    }
  }
  if (minimum !== undefined) {
    const limit = whole ? Math.trunc(minimum) : minimum;
    if (exclusiveMinimum ? value <= limit : value < limit) {
      fail(outcome, 'invalid', at, `must be greater than ${exclusiveMinimum ? '' : 'or equal to '}${minimum}`, {
        value,
      });
    }
  }
  if (multipleOf !== undefined && !isMultiple(value, multipleOf, whole)) {
    fail(outcome, 'invalid', at, `must be a multiple of ${multipleOf}`, { value });
  }
}

function validateRange(
  outcome: Outcome,
  value: number | bigint,
  schema: JsonSchema,
  at: FieldPath | undefined,
  whole: boolean,
): void {
  const types = typesOf(schema);
  if (types.length !== 1) return;
  const format = effectiveFormat(schema, outcome.minor);
  // What is no whole number at all is of a wrong type already.
  if (types[0] === 'integer') {
    if (whole && format === 'int32' && (value < -int32 || value >= int32)) {
      failWithoutField(outcome, at, 'must be a whole number of 32 bits');
    }
  } else if (types[0] === 'number' && format === 'float' && Math.abs(Number(value)) > largestFloat32) {
    failWithoutField(outcome, at, 'must be a floating point number of 32 bits');
  }
}

function isMultiple(value: number | bigint, factor: number, whole: boolean): boolean {
  if (factor <= 0) return false;
  if (whole) {
    const by = BigInt(Math.trunc(factor));
    // Go would divide by zero here; the server refuses such definitions.
    return by === 0n ? isWhole((1 / factor) * Number(value)) : BigInt(value) % by === 0n;
  }
  return isWhole(factor < 1 ? (1 / factor) * Number(value) : Number(value) / factor);
}

/** As go-openapi's swag has it: up to the rounding of floating point. */
function isWhole(value: number): boolean {
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) return false;
  const nearest = Math.trunc(value);
  const apart = Math.abs(value - nearest);
  if (value === nearest) return true;
  if (value === 0 || nearest === 0 || apart < Number.MIN_VALUE) return apart < 1e-9 * Number.MIN_VALUE;
  return apart / Math.min(Math.abs(value) + Math.abs(nearest), Number.MAX_VALUE) < 1e-9;
}
