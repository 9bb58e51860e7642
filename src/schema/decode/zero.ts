import type { FieldType } from '../tables.ts';

/** What Go has where a list's item or a map's entry is null. */
export function zeroOf(type: FieldType): unknown {
  switch (type.form) {
    case 'primitive':
      return zeroOfPrimitive(type.primitive);
    case 'list':
      return [];
    default:
      return {};
  }
}

function zeroOfPrimitive(primitive: string): unknown {
  switch (primitive) {
    case 'string':
    case 'bytes':
      return '';
    case 'boolean':
      return false;
    case 'int32':
    case 'int64':
    case 'double':
    case 'IntOrString':
      return 0;
    case 'Quantity':
      return '0';
    case 'JSON':
    case 'FieldsV1':
    case 'Time':
    case 'MicroTime':
      return null;
    default:
      return {};
  }
}
