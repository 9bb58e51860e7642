import type { CelType, CelValue } from '#src/cel/index.ts';
import {
  boolType,
  bytesType,
  doubleType,
  durationType,
  dynType,
  intType,
  listOf,
  listType,
  mapType,
  nullType,
  optionalType,
  stringType,
  timestampType,
  typeType,
  uintOf,
  uintType,
} from '#src/cel/index.ts';
import { mapOf } from '#src/cel/map-value.ts';

interface Case {
  readonly case?: string | undefined;
  readonly value?: unknown;
}

/** A value of the specification's test data; undefined when Kubernetes has none like it (messages, enums). */
export function valueOf(value: { readonly kind: Case }): CelValue | undefined {
  const { kind } = value;
  switch (kind.case) {
    case 'nullValue':
      return null;
    case 'boolValue':
    case 'int64Value':
    case 'doubleValue':
    case 'stringValue':
    case 'bytesValue':
      return kind.value as CelValue;
    case 'uint64Value':
      return uintOf(kind.value as bigint);
    case 'typeValue':
      return { kind: 'type', name: kind.value as string };
    case 'listValue':
      return listValue(kind.value as { values: readonly { kind: Case }[] });
    case 'mapValue':
      return mapValue(kind.value as { entries: readonly { key: { kind: Case }; value: { kind: Case } }[] });
    default:
      return undefined;
  }
}

function listValue(list: { readonly values: readonly { kind: Case }[] }): CelValue | undefined {
  const items = list.values.map((one) => valueOf(one));
  return items.every((one) => one !== undefined) ? listOf(items) : undefined;
}

function mapValue(map: {
  readonly entries: readonly { key: { kind: Case }; value: { kind: Case } }[];
}): CelValue | undefined {
  const entries: (readonly [CelValue, CelValue])[] = [];
  for (const entry of map.entries) {
    const key = valueOf(entry.key);
    const value = valueOf(entry.value);
    if (key === undefined || value === undefined) return undefined;
    entries.push([key, value]);
  }
  return mapOf(entries);
}

const primitives: readonly (CelType | undefined)[] = [
  undefined,
  boolType,
  intType,
  uintType,
  doubleType,
  stringType,
  bytesType,
];
const wellKnown: readonly (CelType | undefined)[] = [undefined, dynType, timestampType, durationType];

interface SpecType {
  readonly typeKind: Case;
}

/** A type of the test data; undefined when Kubernetes has none like it. */
export function typeOf(type: SpecType): CelType | undefined {
  const { typeKind: kind } = type;
  switch (kind.case) {
    case 'dyn':
      return dynType;
    case 'null':
      return nullType;
    case 'primitive':
      return primitives[kind.value as number];
    case 'wellKnown':
      return wellKnown[kind.value as number];
    case 'listType':
      return listOfType(kind.value as { elemType?: SpecType });
    case 'mapType': {
      const { keyType, valueType } = kind.value as { keyType?: SpecType; valueType?: SpecType };
      const key = keyType === undefined ? dynType : typeOf(keyType);
      const value = valueType === undefined ? dynType : typeOf(valueType);
      return key === undefined || value === undefined ? undefined : mapType(key, value);
    }
    case 'type':
      return typeType(typeOf(kind.value as SpecType) ?? dynType);
    case 'abstractType': {
      const { name, parameterTypes } = kind.value as { name: string; parameterTypes: readonly SpecType[] };
      const [of] = parameterTypes;
      const inner = of === undefined ? dynType : typeOf(of);
      return name === 'optional_type' && inner !== undefined ? optionalType(inner) : undefined;
    }
    default:
      return undefined;
  }
}

function listOfType(list: { readonly elemType?: SpecType }): CelType | undefined {
  const element = list.elemType === undefined ? dynType : typeOf(list.elemType);
  return element === undefined ? undefined : listType(element);
}
