import { escapeField, unescapeField } from './escape.ts';
import { evaluationError } from './failure.ts';
import { toPlainValue } from './plain-value.ts';
import type { CelSchema } from './schema.ts';
import { valueSchema, withObjectMeta } from './schema.ts';
import { textValue } from './text-value.ts';
import type { CelList, CelMap, CelValue } from './value.ts';

/** JSON data as expressions see it through its schema. What the data holds is converted when it is read. */
export function toCelValue(data: unknown, schema: CelSchema): CelValue {
  if (data === null || data === undefined) {
    if (schema.nullable === true) return null;
    throw evaluationError('invalid data, got null for schema with nullable=false');
  }
  if (schema['x-kubernetes-int-or-string'] === true) return typeof data === 'string' ? data : integerOf(data);
  switch (schema.type) {
    case 'object':
      return isRecord(data) ? mapValue(data, schema) : wrong('an object');
    case 'array':
      return Array.isArray(data) ? listValue(data, schema) : wrong('an array');
    case 'string':
      return typeof data === 'string' ? textValue(data, schema.format) : wrong('a string');
    case 'boolean':
      return typeof data === 'boolean' ? data : wrong('a boolean');
    case 'number':
      return typeof data === 'number' || typeof data === 'bigint' ? Number(data) : wrong('a number');
    case 'integer':
      return integerOf(data);
    default:
      return schema['x-kubernetes-preserve-unknown-fields'] === true ? toPlainValue(data) : wrong('a known type');
  }
}

function wrong(expected: string): never {
  throw evaluationError(`invalid data, expected ${expected}`);
}

function integerOf(data: unknown): bigint {
  if (typeof data === 'bigint') return data;
  return Number.isInteger(data) ? BigInt(Number(data)) : wrong('an integer');
}

function isRecord(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

function mapValue(data: Readonly<Record<string, unknown>>, schema: CelSchema): CelMap {
  const read = schema['x-kubernetes-embedded-resource'] === true ? withObjectMeta(schema) : schema;
  const values = read.properties === undefined ? valueSchema(read) : undefined;
  const propertyOf = (key: string): CelSchema | undefined =>
    values ?? (read.properties !== undefined && Object.hasOwn(read.properties, key) ? read.properties[key] : undefined);
  const isObject = read.properties !== undefined;
  return {
    kind: 'map',
    typed: true,
    size: Object.keys(data).length,
    find: (key) => {
      const name = typeof key !== 'string' ? undefined : isObject ? unescapeField(key) : key;
      if (name === undefined || !Object.hasOwn(data, name)) return undefined;
      const property = propertyOf(name);
      if (property === undefined || (isObject && data[name] === null)) return undefined;
      return toCelValue(data[name], property);
    },
    keys: () =>
      Object.keys(data)
        .filter((key) => propertyOf(key) !== undefined)
        .map((key) => (isObject ? (escapeField(key) ?? key) : key)),
  };
}

function listValue(data: readonly unknown[], schema: CelSchema): CelList {
  const { items } = schema;
  if (items === undefined) return wrong('items with a schema');
  let converted: readonly CelValue[] | undefined;
  const list: CelList = {
    kind: 'list',
    typed: true,
    size: data.length,
    items: () => (converted ??= data.map((item) => toCelValue(item, items))),
  };
  const kind = schema['x-kubernetes-list-type'];
  if (kind === 'set') return { ...list, unordered: 'set', keyOf: scalarText };
  if (kind !== 'map') return list;
  const keys = (schema['x-kubernetes-list-map-keys'] ?? []).map((key) => escapeField(key) ?? key);
  return { ...list, unordered: 'map', keyOf: (item) => keys.map((key) => scalarText(fieldOf(item, key))).join('\0') };
}

function fieldOf(item: CelValue, key: string): CelValue {
  return typeof item === 'object' && item !== null && 'kind' in item && item.kind === 'map'
    ? (item.find(key) ?? null)
    : null;
}

function scalarText(value: CelValue): string {
  if (value === null || typeof value !== 'object') return `${typeof value} ${value}`;
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  return 'nanos' in value ? `${value.kind} ${value.nanos}` : value.kind;
}
