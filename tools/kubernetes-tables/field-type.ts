import type { Schema } from './open-api.ts';

const primitives: Readonly<Record<string, string>> = {
  'io.k8s.apimachinery.pkg.api.resource.Quantity': 'Quantity',
  'io.k8s.apimachinery.pkg.util.intstr.IntOrString': 'IntOrString',
  'io.k8s.apimachinery.pkg.apis.meta.v1.Time': 'Time',
  'io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime': 'MicroTime',
  'io.k8s.apimachinery.pkg.apis.meta.v1.FieldsV1': 'FieldsV1',
  'io.k8s.apimachinery.pkg.runtime.RawExtension': 'RawExtension',
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSON': 'JSON',
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrBool': 'JSONSchemaPropsOrBool',
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrArray': 'JSONSchemaPropsOrArray',
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrStringArray':
    'JSONSchemaPropsOrStringArray',
};

/** `io.k8s.api.core.v1.PodSpec` -> package `core.v1`, name `PodSpec`; undefined for what the tables write as a primitive. */
export function tableName(full: string): { readonly table: string; readonly name: string } | undefined {
  if (full in primitives) return undefined;
  const match = /([a-z0-9]+)\.(v\d+(?:(?:alpha|beta)\d+)?)\.(\w+)$/.exec(full);
  return match === null ? undefined : { table: `${match[1]}.${match[2]}`, name: match[3] ?? '' };
}

/** A field's type in the tables' notation: `[]core.v1.Container{name}`, `map[string]Quantity`, `int32`. */
export function fieldType(schema: Schema): string {
  const reference = schema.$ref ?? schema.allOf?.[0]?.$ref;
  if (reference !== undefined) return referenceType(reference.slice(reference.lastIndexOf('/') + 1));
  if (schema.type === 'array') return `[]${fieldType(schema.items ?? {})}${listKeys(schema)}`;
  if (schema.type === 'object') {
    return schema.additionalProperties === undefined
      ? 'RawExtension'
      : `map[string]${fieldType(schema.additionalProperties)}`;
  }
  if (schema.type === 'integer') return schema.format ?? 'int64';
  if (schema.type === 'number') return schema.format ?? 'double';
  if (schema.type === 'string') return stringType(schema.format);
  if (schema.type === 'boolean') return 'boolean';
  return 'JSON';
}

function stringType(format: string | undefined): string {
  if (format === 'byte') return 'bytes';
  return format === 'date-time' ? 'Time' : 'string';
}

function referenceType(full: string): string {
  const primitive = primitives[full];
  if (primitive !== undefined) return primitive;
  const place = tableName(full);
  if (place === undefined) throw new Error(`no table for the type ${full}`);
  return `${place.table}.${place.name}`;
}

function listKeys(schema: Schema): string {
  if (schema['x-kubernetes-list-type'] === 'set') return '{}';
  const keys = schema['x-kubernetes-list-map-keys'] ?? [];
  return schema['x-kubernetes-list-type'] === 'map' ? `{${keys.join(',')}}` : '';
}
