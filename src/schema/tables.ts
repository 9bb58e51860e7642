import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The shapes of Kubernetes' built-in kinds, from the OpenAPI documents of its releases (`tools/kubernetes-tables`). One JSON
 * file per package of types, read when the first of its types is asked for; a type is made ready when it is asked for.
 */
export type Primitive =
  | 'string'
  | 'boolean'
  | 'int32'
  | 'int64'
  | 'double'
  | 'bytes'
  | 'Quantity'
  | 'IntOrString'
  | 'Time'
  | 'MicroTime'
  | 'FieldsV1'
  | 'RawExtension'
  | 'JSON'
  | 'JSONSchemaPropsOrBool'
  | 'JSONSchemaPropsOrArray'
  | 'JSONSchemaPropsOrStringArray';

export type FieldType =
  | { readonly form: 'primitive'; readonly primitive: Primitive }
  /** `keys`: list-map keys; empty for a set; left out for an atomic list. */
  | { readonly form: 'list'; readonly items: FieldType; readonly keys?: readonly string[] }
  | { readonly form: 'map'; readonly values: FieldType }
  /** `core.v1.PodSpec` */
  | { readonly form: 'object'; readonly type: string };

/** Fields of a type in one version of Kubernetes. */
export type ObjectType = ReadonlyMap<string, FieldType>;

export interface BuiltInKind {
  /** `apps.v1.Deployment` */
  readonly type: string;
  readonly namespaced: boolean;
}

type Text = string | readonly string[];

interface KindsFile {
  /** Oldest and newest minor version that the tables speak of. */
  readonly minors: readonly [number, number];
  readonly kinds: Readonly<Record<string, Text>>;
}

/** From here, because this file stays at its depth when the folder's modules are bundled. */
export const tablesFolder = new URL('../../src/schema/tables/', import.meta.url);

/** The same as a path. */
export const tablesPath: string = fileURLToPath(tablesFolder);

/** Schemas of Argo CD's kinds, which every repository renders: they come with the engine. */
export const shippedSchemas = new URL('../../platform/schemas/', import.meta.url);
const packages = new Map<string, Readonly<Record<string, Readonly<Record<string, Text>>>>>();
const types = new Map<string, ObjectType>();
const fieldTypes = new Map<string, FieldType>();
let kindsFile: KindsFile | undefined;

/** Oldest and newest minor version that there are tables for: 25 and 37. */
export function tabledMinors(): readonly [number, number] {
  return readKinds().minors;
}

/** Undefined when that version of Kubernetes does not know the kind, or there is no table for the version. */
export function builtInKind(apiVersion: string, kind: string, minor: number): BuiltInKind | undefined {
  const fact = factAt(readKinds().kinds[`${apiVersion}/${kind}`], minor);
  if (fact === undefined) return undefined;
  const [type = '', scope] = fact.split(' ');
  return { type, namespaced: scope === 'namespaced' };
}

/** Every built-in kind of a version, as `<apiVersion>/<kind>`. */
export function builtInKinds(minor: number): readonly string[] {
  return Object.entries(readKinds().kinds)
    .filter(([, text]) => factAt(text, minor) !== undefined)
    .map(([id]) => id);
}

/** Throws for a type that no table has: the tables name it themselves, so that would be a defect of theirs. */
export function objectType(name: string, minor: number): ObjectType {
  const id = `${name}@${minor}`;
  const known = types.get(id);
  if (known !== undefined) return known;
  const at = name.lastIndexOf('.');
  const fields = readPackage(name.slice(0, at))[name.slice(at + 1)];
  if (fields === undefined) throw new Error(`the tables have no type ${name}`);
  const type = new Map<string, FieldType>();
  for (const [field, text] of Object.entries(fields)) {
    const fact = factAt(text, minor);
    if (fact !== undefined) type.set(field, parseFieldType(fact));
  }
  types.set(id, type);
  return type;
}

/** What held at a version: `fact`, `fact@26-31`, `fact@30-`, `fact@-28`, or several of them. */
function factAt(text: Text | undefined, minor: number): string | undefined {
  if (text === undefined) return undefined;
  const [oldest, newest] = readKinds().minors;
  if (minor < oldest || minor > newest) return undefined;
  for (const one of typeof text === 'string' ? [text] : text) {
    const at = one.lastIndexOf('@');
    if (at < 0) return one;
    const [first, last] = one.slice(at + 1).split('-');
    if (minor >= Number(first) && (last === '' || minor <= Number(last))) return one.slice(0, at);
  }
  return undefined;
}

function parseFieldType(text: string): FieldType {
  const known = fieldTypes.get(text);
  if (known !== undefined) return known;
  const type = readFieldType(text);
  fieldTypes.set(text, type);
  return type;
}

function readFieldType(text: string): FieldType {
  if (text.startsWith('map[string]')) return { form: 'map', values: parseFieldType(text.slice('map[string]'.length)) };
  if (!text.startsWith('[]')) {
    return text.includes('.') ? { form: 'object', type: text } : { form: 'primitive', primitive: text as Primitive };
  }
  const [, item = '', keys] = /^\[\](.*?)(?:\{([^{}]*)\})?$/.exec(text) ?? [];
  const items = parseFieldType(item);
  return keys === undefined
    ? { form: 'list', items }
    : { form: 'list', items, keys: keys === '' ? [] : keys.split(',') };
}

function readKinds(): KindsFile {
  kindsFile ??= JSON.parse(readFileSync(new URL('kinds.json', tablesFolder), 'utf8')) as KindsFile;
  return kindsFile;
}

function readPackage(name: string): Readonly<Record<string, Readonly<Record<string, Text>>>> {
  let types = packages.get(name);
  if (types === undefined) {
    types = JSON.parse(readFileSync(new URL(`${name}.json`, tablesFolder), 'utf8')) as Readonly<
      Record<string, Readonly<Record<string, Text>>>
    >;
    packages.set(name, types);
  }
  return types;
}
