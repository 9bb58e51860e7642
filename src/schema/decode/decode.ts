import { key } from '../../kernel/index.ts';
import type { FieldError, FieldPath } from '../../kernel/index.ts';
import { objectType } from '../tables.ts';
import type { FieldType, ObjectType } from '../tables.ts';
import { absent, isMapping } from './decoding.ts';
import type { Decoding, Mapping } from './decoding.ts';
import { decodePrimitive } from './primitive.ts';
import { reportUnknown, reportWrong } from './report.ts';
import { zeroOf } from './zero.ts';

export interface Decoded {
  /** The input itself when nothing had to change. */
  readonly object: unknown;
  readonly errors: readonly FieldError[];
}

/** Objects of built-in kinds are less deep than this; what is deeper would end the stack. */
const maximumDepth = 600;

/**
 * Decodes as an API server does, strictly: reports fields of a wrong type and unknown
 * fields, leaves both out of the result, and reads nulls as the zero values that Go makes of them. `type` as in the tables: `apps.v1.Deployment`. `at`: where the value
 * stands in its object.
 */
export function decode(value: unknown, type: string, minor: number, at?: FieldPath): Decoded {
  const decoding: Decoding = { minor, types: typesAt(minor), errors: [], lenient: false, depth: 0 };
  const decoded = decodeObject(decoding, value, type, at);
  return { object: decoded === absent ? {} : decoded, errors: decoding.errors };
}

const typesByMinor = new Map<number, Map<string, ObjectType>>();

function typesAt(minor: number): Map<string, ObjectType> {
  let types = typesByMinor.get(minor);
  if (types === undefined) typesByMinor.set(minor, (types = new Map()));
  return types;
}

/** Asked for at every object: so by name alone, with no text to put together. */
function typeOf({ minor, types }: Decoding, name: string): ObjectType {
  let type = types.get(name);
  if (type === undefined) types.set(name, (type = objectType(name, minor)));
  return type;
}

function decodeValue(decoding: Decoding, value: unknown, type: FieldType, at: FieldPath): unknown {
  switch (type.form) {
    case 'primitive':
      return decodePrimitive(decoding, value, type.primitive, at, decodeObject);
    case 'object':
      return decodeObject(decoding, value, type.type, at);
    case 'list':
      return decodeList(decoding, value, type.items, at);
    default:
      return decodeMap(decoding, value, type.values, at);
  }
}

function decodeObject(decoding: Decoding, value: unknown, name: string, at: FieldPath | undefined): unknown {
  if (!isMapping(value)) return reportWrong(decoding, at, value, 'an object');
  if (decoding.depth > maximumDepth) return reportWrong(decoding, at, undefined, 'nested less deeply');
  const type = typeOf(decoding, name);
  let copy: Mapping | undefined;
  decoding.depth += 1;
  for (const name of Object.keys(value)) {
    const item = value[name];
    const field = type.get(name);
    if (field === undefined) {
      reportUnknown(decoding, at, name, type);
      // A version that does not know a field drops it: nothing would have checked its type.
      copy = changed(copy ?? { ...value }, name, absent);
    } else if (typeof item !== 'string' || field.form !== 'primitive' || field.primitive !== 'string') {
      const decoded =
        item === null && !keepsNull(field)
          ? absent
          : decodeValue(decoding, item, field, { parent: at, part: name, keyed: false });
      if (decoded !== item) copy = changed(copy ?? { ...value }, name, decoded);
    }
  }
  decoding.depth -= 1;
  return copy ?? value;
}

function decodeList(decoding: Decoding, value: unknown, items: FieldType, at: FieldPath): unknown {
  if (!Array.isArray(value)) return reportWrong(decoding, at, value, 'a list');
  const list: readonly unknown[] = value;
  let copy: unknown[] | undefined;
  for (let position = 0; position < list.length; position += 1) {
    const item = list[position];
    const decoded =
      item === null ? zeroOf(items) : decodeValue(decoding, item, items, { parent: at, part: position, keyed: false });
    // A wrong item keeps its place, or every later path would name another item.
    if (decoded !== item) (copy ??= [...list])[position] = decoded === absent ? zeroOf(items) : decoded;
  }
  return copy ?? list;
}

function decodeMap(decoding: Decoding, value: unknown, values: FieldType, at: FieldPath): unknown {
  if (!isMapping(value)) return reportWrong(decoding, at, value, 'a map');
  let copy: Mapping | undefined;
  const texts = values.form === 'primitive' && values.primitive === 'string';
  for (const name of Object.keys(value)) {
    const item = value[name];
    if (!texts || typeof item !== 'string') {
      const decoded = item === null ? zeroOf(values) : decodeValue(decoding, item, values, key(at, name));
      if (decoded !== item) copy = changed(copy ?? { ...value }, name, decoded);
    }
  }
  return copy ?? value;
}

function keepsNull(field: FieldType): boolean {
  return field.form === 'primitive' && field.primitive === 'FieldsV1';
}

/** `copy` is ours: a spread takes over own members alone, so that `__proto__` is a member like any other. */
function changed(copy: Mapping, name: string, decoded: unknown): Mapping {
  if (decoded === absent) delete copy[name];
  else Object.defineProperty(copy, name, { value: decoded, enumerable: true, configurable: true, writable: true });
  return copy;
}
