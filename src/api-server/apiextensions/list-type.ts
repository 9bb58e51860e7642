import type { JSONSchemaProps } from '../../schema/types/apiextensions-v1.ts';
import { forbidden, invalid, notSupported, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child, key } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';

const listTypes = ['atomic', 'set', 'map'];

/** `x-kubernetes-list-type` and what follows from it for the items. */
export function validateListType(check: Check, schema: JSONSchemaProps, at: FieldPath): void {
  const { type = '' } = schema;
  const listType = schema['x-kubernetes-list-type'];
  const keys = schema['x-kubernetes-list-map-keys'] ?? [];
  const items = itemsOf(schema);
  if (listType !== undefined && type === '') {
    required(check, child(at, 'type'), 'must be array beside x-kubernetes-list-type');
  } else if (listType !== undefined && type !== 'array') {
    invalid(check, child(at, 'type'), type, 'must be array beside x-kubernetes-list-type');
  } else if (listType === 'set' && items !== undefined) validateSetItems(check, items, child(at, 'items'));
  if (listType !== undefined && !listTypes.includes(listType)) {
    notSupported(check, child(at, 'x-kubernetes-list-type'), listType, listTypes);
  }
  if (keys.length > 0 && listType === undefined) {
    required(check, child(at, 'x-kubernetes-list-type'), 'must be map beside x-kubernetes-list-map-keys');
  } else if (keys.length > 0 && listType !== 'map') {
    invalid(check, child(at, 'x-kubernetes-list-type'), listType, 'must be map beside x-kubernetes-list-map-keys');
  }
  if (listType === 'map') validateKeys(check, schema, keys, at);
  if ((listType === 'map' || listType === 'set') && items !== undefined)
    validateNulls(check, items, listType, keys, at);
}

function itemsOf({ items }: JSONSchemaProps): JSONSchemaProps | undefined {
  return Array.isArray(items) ? undefined : (items as JSONSchemaProps | undefined);
}

/** Items of a set are compared as a whole. */
function validateSetItems(check: Check, items: JSONSchemaProps, at: FieldPath): void {
  const listType = items['x-kubernetes-list-type'];
  if (items.type === 'array' && listType !== undefined && listType !== 'atomic') {
    invalid(check, child(at, 'x-kubernetes-list-type'), listType, 'must be atomic inside a set');
  }
  if (items.type === 'object' && items['x-kubernetes-map-type'] !== 'atomic') {
    invalid(check, child(at, 'x-kubernetes-map-type'), items['x-kubernetes-map-type'], 'must be atomic inside a set');
  }
}

function validateKeys(check: Check, schema: JSONSchemaProps, keys: readonly string[], at: FieldPath): void {
  const items = itemsOf(schema);
  const place = child(at, 'x-kubernetes-list-map-keys');
  if (keys.length === 0) required(check, place, 'must name the keys of a list that is a map');
  if (schema.items === undefined) required(check, child(at, 'items'), 'must be set for a list that is a map');
  else if (items === undefined)
    invalid(check, child(at, 'items'), undefined, 'must be one schema in a list that is a map');
  else if (items.type !== 'object') {
    invalid(check, child(at, 'items', 'type'), items.type ?? '', 'must be object in a list that is a map');
  } else {
    for (const [position, name] of keys.entries()) {
      const property = propertyOf(items, name);
      if (property === undefined) invalid(check, place, keys, `${name} is no property of the items`);
      else if (property.type === 'array' || property.type === 'object') {
        const type = child(key(child(at, 'items', 'properties'), name), 'type');
        invalid(check, type, property.type, 'must be a scalar type in the key of a map');
      }
      if (keys.indexOf(name) < position) invalid(check, place, keys, `${name} stands here twice`);
    }
  }
}

function validateNulls(
  check: Check,
  items: JSONSchemaProps,
  listType: string,
  keys: readonly string[],
  at: FieldPath,
): void {
  if (items.nullable === true)
    forbidden(check, child(at, 'items', 'nullable'), `may not be true in a list that is a ${listType}`);
  if (listType !== 'map') return;
  for (const name of keys) {
    const property = propertyOf(items, name);
    const place = key(child(at, 'items', 'properties'), name);
    if (property === undefined) continue;
    if (items.required?.includes(name) !== true && (property.default ?? undefined) === undefined) {
      required(check, child(place, 'default'), 'must be set for a key that may be left out');
    }
    if (property.nullable === true) forbidden(check, child(place, 'nullable'), 'may not be true for a key');
  }
}

function propertyOf({ properties = {} }: JSONSchemaProps, name: string): JSONSchemaProps | undefined {
  return Object.hasOwn(properties, name) ? properties[name] : undefined;
}
