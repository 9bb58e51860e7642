import type { CelType } from './type.ts';
import type { CelValue } from './value.ts';

/** What `type()` says of a value. */
export function typeNameOf(value: CelValue): string {
  switch (typeof value) {
    case 'boolean':
      return 'bool';
    case 'bigint':
      return 'int';
    case 'number':
      return 'double';
    case 'string':
      return 'string';
    default:
      return objectTypeName(value);
  }
}

function objectTypeName(value: Exclude<CelValue, boolean | bigint | number | string>): string {
  if (value === null) return 'null_type';
  if (value instanceof Uint8Array) return 'bytes';
  if (value.kind === 'timestamp') return 'google.protobuf.Timestamp';
  if (value.kind === 'duration') return 'google.protobuf.Duration';
  if (value.kind === 'optional') return 'optional_type';
  return value.kind === 'opaque' ? value.type : value.kind;
}

/** May the value be given where the type is wanted? Of lists and maps the first element speaks for all. */
export function isOfType(type: CelType, value: CelValue): boolean {
  if (type.kind === 'dyn' || type.kind === 'any' || type.kind === 'param') return true;
  if (typeNameOf(value) !== type.name) return false;
  if (type.params.length === 0 || typeof value !== 'object' || value === null || value instanceof Uint8Array)
    return true;
  return partsAreOfType(type, value);
}

function partsAreOfType(
  type: CelType,
  value: Exclude<CelValue, null | boolean | bigint | number | string | Uint8Array>,
): boolean {
  const [first, second] = type.params;
  if (first === undefined || first.kind === 'dyn' || first.kind === 'param') {
    if (value.kind !== 'map' || second === undefined || second.kind === 'dyn' || second.kind === 'param') return true;
  }
  if (value.kind === 'list') {
    const [item] = value.items();
    return item === undefined || first === undefined || isOfType(first, item);
  }
  if (value.kind === 'optional')
    return value.value === undefined || first === undefined || isOfType(first, value.value);
  if (value.kind !== 'map') return true;
  const [key] = value.keys();
  if (key === undefined || first === undefined || second === undefined) return true;
  const held = value.find(key);
  return isOfType(first, key) && (held === undefined || isOfType(second, held));
}
