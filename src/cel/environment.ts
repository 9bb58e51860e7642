import { isReservedWord } from './escape.ts';
import { librariesOf } from './libraries.ts';
import type { MacroSet } from './macros.ts';
import { mutationFieldOf, mutationTypeNamed } from './mutation-types.ts';
import type { CelOptions, CelUse } from './outcome.ts';
import type { Overload } from './overload.ts';
import type { CelType } from './type.ts';
import {
  boolType,
  bytesType,
  cidrType,
  doubleType,
  durationType,
  dynType,
  intType,
  ipType,
  listType,
  mapType,
  nullType,
  optionalType,
  stringType,
  timestampType,
  typeType,
  uintType,
} from './type.ts';

/** What an expression may use. */
export interface CelEnvironment {
  readonly variable: (name: string) => CelType | undefined;
  /** The type of a type's name: `type(int)` for `int`. */
  readonly typeNamed: (name: string) => CelType | undefined;
  readonly functions: (name: string) => readonly Overload[] | undefined;
  readonly fieldOf: (type: CelType, field: string) => CelType | undefined;
  /** Literals of several types are refused by the checker; by newer servers after it, save in the values of a format. */
  readonly literals: 'one-type' | 'one-type-late' | 'mixed';
  readonly optionals: boolean;
  readonly macros: MacroSet;
  /** The type in which estimates look up the size of what lies at a path. */
  readonly estimateRoot: (variable: string) => CelType | undefined;
}

const plainTypes = new Map<string, CelType>([
  ...[boolType, bytesType, doubleType, intType, stringType, uintType, nullType, durationType, timestampType].map(
    (type): [string, CelType] => [type.name, typeType(type)],
  ),
  ['dyn', typeType(dynType)],
  ['list', typeType(listType(dynType))],
  ['map', typeType(mapType(dynType, dynType))],
  ['type', typeType(typeType(dynType))],
]);

/**
 * Which minor version's libraries count. What a write brings may use what the version before had, too, so that a cluster can
 * be rolled back; what is stored already may use everything.
 */
function libraryVersion(options: Pick<CelOptions, 'minor' | 'expressions'>): number {
  return options.expressions === 'stored' ? options.minor : options.minor - 1;
}

export function environmentOf(options: CelOptions): CelEnvironment {
  const version = libraryVersion(options);
  const functions = librariesOf(options.minor, version, options.use);
  const variables = new Map(Object.entries(options.variables));
  const types = typesOf(version);
  const isMutation = options.use === 'mutation';
  return {
    variable: (name) => variables.get(name),
    typeNamed: (name) => types.get(name) ?? (isMutation ? mutationTypeNamed(name) : undefined),
    functions: (name) => functions.get(name),
    fieldOf: (type, field) =>
      (isMutation ? mutationFieldOf(type) : undefined) ??
      type.fields?.get(field) ??
      (version >= 31 && isReservedWord(field) ? type.fields?.get(`__${field}__`) : undefined),
    literals: options.minor >= 29 ? 'one-type-late' : 'one-type',
    optionals: version >= 28,
    macros: macrosOf(options.minor, version, options.use),
    // The server takes every path in a rule for one in `self`.
    estimateRoot: (name) => variables.get(options.use === 'crd' ? 'self' : name),
  };
}

function typesOf(version: number): ReadonlyMap<string, CelType> {
  const types = new Map(plainTypes);
  if (version >= 28) types.set('optional_type', typeType(optionalType(dynType)));
  if (version < 30) return types;
  return types.set(ipType.name, typeType(ipType)).set(cidrType.name, typeType(cidrType));
}

function macrosOf(minor: number, version: number, use: CelUse): MacroSet {
  return {
    optionals: version >= 28,
    twoVariables: version >= 32,
    existsOne: minor >= 34,
    bind: use === 'dra',
    sortBy: version >= 34,
  };
}
