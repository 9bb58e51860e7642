import { escapeField } from './escape.ts';
import type { CelSchema } from './schema.ts';
import { valueSchema, withObjectMeta } from './schema.ts';
import type { CelType } from './type.ts';
import {
  boolType,
  bytesType,
  doubleType,
  durationType,
  dynType,
  intType,
  listType,
  mapType,
  stringType,
  timestampType,
} from './type.ts';

/** Largest request, which bounds what has no bound of its own. */
const requestBytes = 3 * 1024 * 1024;

/**
 * The type that expressions see, or undefined when they do not see such data. `isResourceRoot` adds `kind`, `apiVersion`,
 * `metadata.name` and `metadata.generateName`. Objects inside are named after their place: `name.spec.ports.@idx`.
 */
export function celTypeOf(schema: CelSchema, name: string, isResourceRoot = false): CelType | undefined {
  if (schema['x-kubernetes-int-or-string'] === true) {
    return {
      ...dynType,
      maxElements: schema.maxLength === undefined ? requestBytes - 2 : bytesFor(schema.maxLength),
      minSize: 1,
    };
  }
  const read = isResourceRoot ? withObjectMeta(schema) : schema;
  switch (read.type) {
    case 'array':
      return arrayType(read, name);
    case 'object':
      return mapOrObjectType(read, name);
    case 'string':
      return textType(read);
    case 'boolean':
      return { ...boolType, minSize: 4 };
    case 'number':
      return { ...doubleType, minSize: 1 };
    case 'integer':
      return { ...intType, minSize: 1 };
    default:
      return undefined;
  }
}

function isEmbedded(schema: CelSchema): boolean {
  return schema['x-kubernetes-embedded-resource'] === true;
}

function arrayType(schema: CelSchema, name: string): CelType | undefined {
  const { items, maxItems } = schema;
  const element = items === undefined ? undefined : celTypeOf(items, `${name}.@idx`, isEmbedded(items));
  if (element === undefined) return undefined;
  const most = maxItems ?? Math.floor((requestBytes - 2) / ((element.minSize ?? 0) + 1));
  return { ...listType(element), maxElements: Math.max(most, 0), minSize: 2 };
}

function mapOrObjectType(schema: CelSchema, name: string): CelType | undefined {
  const values = valueSchema(schema);
  if (values === undefined) return objectTypeOf(schema, name);
  const type = celTypeOf(values, `${name}.@elem`, isEmbedded(values));
  if (type === undefined) return undefined;
  const most = schema.maxProperties ?? Math.floor((requestBytes - 2) / ((type.minSize ?? 0) + 6));
  return { ...mapType(stringType, type), maxElements: Math.max(most, 0), minSize: 2 };
}

function objectTypeOf(schema: CelSchema, name: string): CelType {
  const fields = new Map<string, CelType>();
  const required = new Set(schema.required ?? []);
  let minSize = 2;
  for (const [field, property] of Object.entries(schema.properties ?? {})) {
    const escaped = escapeField(field);
    const type = celTypeOf(property, `${name}.${escaped ?? field}`, isEmbedded(property));
    if (type === undefined) continue;
    if (escaped !== undefined) fields.set(escaped, type);
    if (required.has(field) && property.default === undefined)
      minSize += Buffer.byteLength(field) + (type.minSize ?? 0) + 4;
  }
  return { kind: 'object', name, params: [], fields, minSize };
}

function textType(schema: CelSchema): CelType {
  const { format, maxLength, enum: values } = schema;
  if (format === 'byte') return { ...bytesType, maxElements: Math.max(maxLength ?? requestBytes - 2, 0), minSize: 2 };
  if (format === 'duration') return { ...durationType, maxElements: 32, minSize: 3 };
  if (format === 'date') return { ...timestampType, maxElements: 12, minSize: 12 };
  if (format === 'date-time') return { ...timestampType, maxElements: 32, minSize: 21 };
  if (maxLength !== undefined) return { ...stringType, maxElements: bytesFor(maxLength), minSize: 2 };
  const longest = (values ?? []).reduce<number>(
    (most, value) => Math.max(most, typeof value === 'string' ? Buffer.byteLength(value) : 0),
    0,
  );
  return { ...stringType, maxElements: (values ?? []).length > 0 ? longest : requestBytes - 2, minSize: 2 };
}

/** A character takes four bytes at most. */
function bytesFor(maxLength: number): number {
  return Math.max(maxLength, 0) * 4;
}
