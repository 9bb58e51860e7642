export type CelKind =
  | 'dyn'
  | 'any'
  | 'error'
  | 'bool'
  | 'int'
  | 'uint'
  | 'double'
  | 'string'
  | 'bytes'
  | 'null'
  | 'timestamp'
  | 'duration'
  | 'list'
  | 'map'
  | 'type'
  | 'object'
  | 'opaque'
  | 'param';

/** A type of the language. Two objects are of one type when their names are equal; opaque types are optionals and those of libraries. */
export interface CelType {
  readonly kind: CelKind;
  readonly name: string;
  readonly params: readonly CelType[];
  /** Of an object: its fields, by their names in expressions (`__namespace__`). */
  readonly fields?: ReadonlyMap<string, CelType>;
  /** Most elements of a list or map, most bytes of a string: what a schema says, for cost estimates. */
  readonly maxElements?: number;
  /** Fewest bytes of its JSON form. */
  readonly minSize?: number;
}

function simple(kind: CelKind, name: string): CelType {
  return { kind, name, params: [] };
}

export const dynType = simple('dyn', 'dyn');
/** As `dyn`, but nothing loops over it. */
export const anyType = simple('any', 'any');
export const errorType = simple('error', '!error!');
export const boolType = simple('bool', 'bool');
export const intType = simple('int', 'int');
export const uintType = simple('uint', 'uint');
export const doubleType = simple('double', 'double');
export const stringType = simple('string', 'string');
export const bytesType = simple('bytes', 'bytes');
export const nullType = simple('null', 'null_type');
export const timestampType = simple('timestamp', 'google.protobuf.Timestamp');
export const durationType = simple('duration', 'google.protobuf.Duration');

export function listType(element: CelType): CelType {
  return { kind: 'list', name: 'list', params: [element] };
}

export function mapType(key: CelType, value: CelType): CelType {
  return { kind: 'map', name: 'map', params: [key, value] };
}

export function optionalType(value: CelType): CelType {
  return { kind: 'opaque', name: 'optional_type', params: [value] };
}

export function typeType(of: CelType): CelType {
  return { kind: 'type', name: 'type', params: [of] };
}

export function paramType(name: string): CelType {
  return { kind: 'param', name, params: [] };
}

/** A type of a library, without fields: `net.IP`. */
function opaqueType(name: string): CelType {
  return simple('opaque', name);
}

export function objectType(name: string, fields: Readonly<Record<string, CelType>>): CelType {
  return { kind: 'object', name, params: [], fields: new Map(Object.entries(fields)) };
}

export const quantityType = objectType('kubernetes.Quantity', {});
export const urlType = objectType('kubernetes.URL', {});
export const semverType = objectType('kubernetes.Semver', {});
export const formatObjectType = objectType('kubernetes.NamedFormat', {});
export const ipType = opaqueType('net.IP');
export const cidrType = opaqueType('net.CIDR');
export const authorizerType = objectType('kubernetes.authorization.Authorizer', {});
export const resourceCheckType = objectType('kubernetes.authorization.ResourceCheck', {});

export function isOptionalType(type: CelType): boolean {
  return type.kind === 'opaque' && type.name === 'optional_type';
}

export function isExactType(one: CelType, other: CelType): boolean {
  return (
    one === other ||
    (one.kind === other.kind &&
      one.name === other.name &&
      one.params.length === other.params.length &&
      one.params.every((param, position) => isExactType(param, other.params[position] ?? errorType)))
  );
}

/** As messages name it: `map(string, list(int))`. */
export function nameType(type: CelType): string {
  return type.params.length === 0 ? type.name : `${type.name}(${type.params.map((one) => nameType(one)).join(', ')})`;
}
