import type { FieldPath } from '../../kernel/index.ts';
import type { Primitive } from '../tables.ts';
import { absent, isMapping } from './decoding.ts';
import type { Decoding } from './decoding.ts';
import { reportWrong } from './report.ts';
import { isBase64, isMicroTime, isQuantity, isTime } from './text-forms.ts';

type DecodeObject = (decoding: Decoding, value: unknown, type: string, at: FieldPath) => unknown;

const int32 = 2 ** 31;
const int64 = 2n ** 63n;

/** `value` is not null, but for FieldsV1 and JSON. */
export function decodePrimitive(
  decoding: Decoding,
  value: unknown,
  primitive: Primitive,
  at: FieldPath,
  decodeObject: DecodeObject,
): unknown {
  switch (primitive) {
    case 'string':
      return typeof value === 'string' ? value : reportWrong(decoding, at, value, 'a string');
    case 'boolean':
      return typeof value === 'boolean' ? value : reportWrong(decoding, at, value, 'true or false');
    case 'int32':
      return isInt32(value) ? value : reportWrong(decoding, at, value, 'a whole number of 32 bits');
    case 'int64':
      return isInt64(value) ? value : reportWrong(decoding, at, value, 'a whole number of 64 bits');
    case 'double':
      return isNumber(value) ? value : reportWrong(decoding, at, value, 'a number');
    case 'IntOrString':
      return typeof value === 'string' || isInt32(value)
        ? value
        : reportWrong(decoding, at, value, 'a string or a whole number of 32 bits');
    case 'Quantity':
      return isQuantity(value) ? value : reportWrong(decoding, at, value, 'a quantity such as 500m, 1.5 or 2Gi');
    case 'Time':
      return isTime(value) ? value : reportWrong(decoding, at, value, 'a time such as 2026-01-31T12:00:00Z');
    case 'MicroTime':
      return isMicroTime(value)
        ? value
        : reportWrong(decoding, at, value, 'a time with microseconds such as 2026-01-31T12:00:00.000000Z');
    case 'bytes':
      return isBytes(value) ? value : reportWrong(decoding, at, value, 'base64 text');
    case 'FieldsV1':
    case 'JSON':
    case 'RawExtension':
      return value;
    default:
      return decodeSchema(decoding, value, primitive, at, decodeObject);
  }
}

/** The unions inside a custom resource definition's schema; their parts are decoded without looking for unknown fields. */
function decodeSchema(
  decoding: Decoding,
  value: unknown,
  primitive: Primitive,
  at: FieldPath,
  decodeObject: DecodeObject,
): unknown {
  const before = decoding.lenient;
  decoding.lenient = true;
  const decoded = decodeUnion(decoding, value, primitive, at, decodeObject);
  decoding.lenient = before;
  return decoded;
}

function decodeUnion(
  decoding: Decoding,
  value: unknown,
  primitive: Primitive,
  at: FieldPath,
  decodeObject: DecodeObject,
): unknown {
  if (isMapping(value)) return decodeObject(decoding, value, 'apiextensions.v1.JSONSchemaProps', at);
  if (primitive === 'JSONSchemaPropsOrBool') {
    return typeof value === 'boolean' ? value : reportWrong(decoding, at, value, 'true, false or a schema');
  }
  if (primitive === 'JSONSchemaPropsOrArray') {
    // The server takes any other value for no items at all.
    if (!Array.isArray(value)) return absent;
    return value.map((item: unknown, part) =>
      isMapping(item)
        ? decodeObject(decoding, item, 'apiextensions.v1.JSONSchemaProps', { parent: at, part, keyed: false })
        : {},
    );
  }
  const texts = Array.isArray(value) && value.every((item) => typeof item === 'string');
  return texts ? value : reportWrong(decoding, at, value, 'a schema or a list of names');
}

function isNumber(value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'bigint';
}

function isInt32(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= -int32 && value < int32;
}

function isInt64(value: unknown): boolean {
  if (Number.isSafeInteger(value)) return true;
  if (typeof value === 'number') return Number.isInteger(value) && BigInt(value) >= -int64 && BigInt(value) < int64;
  return typeof value === 'bigint' && value >= -int64 && value < int64;
}

/** Go's decoder takes base64 text and, because bytes are a list of numbers to it, such a list too. */
function isBytes(value: unknown): boolean {
  if (typeof value === 'string') return isBase64(value);
  return Array.isArray(value) && value.every((item) => isInt32(item) && item >= 0 && item < 256);
}
