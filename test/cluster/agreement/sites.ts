import type { JsonObject, JsonValue } from '#src/kernel/index.ts';

/** A place in an object, the value there, and the fields on the way. */
export interface Site {
  readonly path: readonly (string | number)[];
  /** The path without positions and map keys that differ from object to object: `spec.containers[].name`. */
  readonly shape: string;
  /** The nearest field name: `ports` for each item of `ports`. */
  readonly field: string;
  readonly value: JsonValue;
}

/** Every place below the root, but apiVersion, kind, the namespace and the status: these choose the request, or are no input. */
export function sitesOf(object: JsonObject): readonly Site[] {
  const sites: Site[] = [];
  for (const [name, value] of Object.entries(object)) {
    if (name === 'apiVersion' || name === 'kind' || name === 'status') continue;
    visit({ path: [name], shape: name, field: name, value }, sites);
  }
  return sites.filter(({ shape }) => shape !== 'metadata.namespace');
}

function visit(site: Site, sites: Site[]): void {
  sites.push(site);
  const { path, shape, field, value } = site;
  if (isList(value)) {
    for (const [position, item] of value.entries()) {
      visit({ path: [...path, position], shape: `${shape}[]`, field, value: item }, sites);
    }
  } else if (isObject(value)) {
    for (const [name, item] of Object.entries(value)) {
      const named = { path: [...path, name], shape: `${shape}.${name}`, field: name, value: item };
      visit(named, sites);
    }
  }
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** A copy with another value at the path; `undefined` removes the field or item. */
export function withValue(root: JsonValue, path: Site['path'], value: JsonValue | undefined): JsonValue {
  const [first, ...rest] = path;
  if (first === undefined) return value ?? null;
  if (isList(root)) {
    const position = Number(first);
    if (rest.length === 0 && value === undefined) return root.filter((_, at) => at !== position);
    return root.map((item, at) => (at === position ? withValue(item, rest, value) : item));
  }
  const object = isObject(root) ? root : {};
  if (rest.length > 0) return { ...object, [first]: withValue(object[first] ?? {}, rest, value) };
  if (value !== undefined) return { ...object, [first]: value };
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== first));
}

export function valueAt(root: JsonValue, path: Site['path']): JsonValue | undefined {
  let value: JsonValue | undefined = root;
  for (const part of path) {
    if (isList(value)) value = value[Number(part)];
    else if (isObject(value)) value = value[part];
    else return undefined;
  }
  return value;
}
