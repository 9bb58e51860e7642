import type { JSONSchemaProps } from '../../schema/types/apiextensions-v1.ts';
import { forbidden, invalid, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child, key } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { isUsed } from './is-used.ts';
import { isIntOrStringPattern, validateBranches } from './structural-branches.ts';
import { validateCompleteness } from './structural-completeness.ts';

type Level = 'root' | 'item' | 'field';

const emptyType: Readonly<Record<Level, string>> = {
  root: 'must be set at the root',
  item: 'must be set for items',
  field: 'must be set for properties',
};
const unsupported = [
  'id',
  '$schema',
  '$ref',
  'patternProperties',
  'dependencies',
  'additionalItems',
  'definitions',
] as const;
const branches = ['anyOf', 'allOf', 'oneOf'] as const;

/** Without keywords that have no place in a structural schema. */
export function isConvertible(schema: JSONSchemaProps): boolean {
  const { items, additionalProperties, properties = {}, not } = schema;
  if (unsupported.some((keyword) => isUsed(schema[keyword]))) return false;
  if (schema['x-kubernetes-preserve-unknown-fields'] === false) return false;
  if (Array.isArray(items) && items.length > 0) return false;
  const below = [
    ...(items === undefined || Array.isArray(items) ? [] : [items as JSONSchemaProps]),
    ...(typeof additionalProperties === 'object' ? [additionalProperties] : []),
    ...(not === undefined ? [] : [not]),
    ...Object.values(properties),
    ...branches.flatMap((branch) => schema[branch] ?? []),
  ];
  return below.every(isConvertible);
}

/** What makes a schema structural: types everywhere, none of them inside of `anyOf` and the like. */
export function validateStructural(check: Check, schema: JSONSchemaProps, at: FieldPath): void {
  validateLevel(check, schema, 'root', at);
  validateCompleteness(check, schema, at);
}

function validateLevel(check: Check, schema: JSONSchemaProps, level: Level, at: FieldPath): void {
  const { type = '', properties = {}, additionalProperties } = schema;
  const items = schema.items as JSONSchemaProps | undefined;
  const isEmbedded = schema['x-kubernetes-embedded-resource'] === true;
  const keepsUnknown = schema['x-kubernetes-preserve-unknown-fields'] === true;
  const isIntOrString = schema['x-kubernetes-int-or-string'] === true;
  const hasItems = items !== undefined && !Array.isArray(items);
  if (type === 'array' && !hasItems) required(check, child(at, 'items'));
  if (hasItems) validateLevel(check, items, 'item', child(at, 'items'));
  for (const [name, property] of Object.entries(properties)) {
    validateLevel(check, property, 'field', key(child(at, 'properties'), name));
  }
  if (additionalProperties !== undefined) {
    const place = child(at, 'additionalProperties');
    if (level === 'root') forbidden(check, place, 'may not be set at the root');
    if (typeof additionalProperties === 'object') validateLevel(check, additionalProperties, 'field', place);
    if (isEmbedded) forbidden(check, place, 'may not be set for an embedded resource');
  }
  if (isIntOrString && keepsUnknown) {
    invalid(check, child(at, 'x-kubernetes-preserve-unknown-fields'), true, 'excludes x-kubernetes-int-or-string');
  }
  if (isIntOrString && isEmbedded) {
    invalid(check, child(at, 'x-kubernetes-embedded-resource'), true, 'excludes x-kubernetes-int-or-string');
  }
  validateBranches(
    check,
    schema,
    at,
    isIntOrStringPattern(schema.anyOf),
    isIntOrStringPattern(schema.allOf?.[0]?.anyOf),
  );
  if (isEmbedded && type !== 'object') {
    if (type === '') required(check, child(at, 'type'), 'must be object for an embedded resource');
    else invalid(check, child(at, 'type'), type, 'must be object for an embedded resource');
  } else if (type === '' && !isIntOrString && !keepsUnknown) required(check, child(at, 'type'), emptyType[level]);
  if (level === 'root' && type !== '' && type !== 'object') {
    invalid(check, child(at, 'type'), type, 'must be object at the root');
  }
  validateMetaFields(check, schema, level, at);
  if (isEmbedded && !keepsUnknown && Object.keys(properties).length === 0) {
    required(check, child(at, 'properties'), 'must be set for an embedded resource that keeps no unknown fields');
  }
}

function validateMetaFields(
  check: Check,
  { properties = {}, ...schema }: JSONSchemaProps,
  level: Level,
  at: FieldPath,
): void {
  const checked = level === 'root' || schema['x-kubernetes-embedded-resource'] === true;
  const { kind, apiVersion, metadata } = properties as Readonly<Record<string, JSONSchemaProps | undefined>>;
  for (const [name, property] of Object.entries({ kind, apiVersion })) {
    if (checked && property !== undefined && property.type !== 'string') {
      invalid(check, child(key(child(at, 'properties'), name), 'type'), property.type ?? '', 'must be string');
    }
  }
  if (metadata === undefined) return;
  const place = key(child(at, 'properties'), 'metadata');
  if (checked && metadata.type !== 'object')
    invalid(check, child(place, 'type'), metadata.type ?? '', 'must be object');
  if (level === 'root' && saysMore(metadata)) {
    forbidden(check, place, 'may not say anything but name and generateName: metadata is known');
  }
}

function saysMore({ properties = {}, ...metadata }: JSONSchemaProps): boolean {
  const names = Object.keys(properties);
  if (!names.every((name) => name === 'name' || name === 'generateName')) return true;
  const { type: _, default: __, ...rest } = metadata;
  return Object.values(rest).some((value) => isUsed(value) && value !== false);
}
