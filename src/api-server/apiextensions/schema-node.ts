import type { JSONSchemaProps } from '../../schema/types/apiextensions-v1.ts';
import { forbidden, invalid, notSupported, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child, index, key } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { itemCosts, memberCosts, valueCosts } from './costs.ts';
import type { Costs } from './costs.ts';
import { isUsed } from './is-used.ts';
import { validateListType } from './list-type.ts';
import { validateRules } from './rules.ts';

/** What the schemas above say about one below them. */
export interface Inside {
  readonly isRoot: boolean;
  readonly inMetadata: boolean;
  /** Why there may be no default here. */
  readonly noDefault?: string;
  /** The list or map above whose items cannot be told apart, so that rules here cannot know the old value. */
  readonly uncorrelated?: FieldPath;
  /** Left out where rules are not looked at. */
  readonly costs: Costs | undefined;
}

const types: readonly string[] = ['string', 'number', 'integer', 'boolean', 'array', 'object'];
const metaFields: ReadonlySet<string> = new Set(['metadata', 'kind', 'apiVersion']);
const unsupported = ['id', 'additionalItems', 'patternProperties', 'definitions', 'dependencies', '$ref'] as const;

/** Everything of a schema but its being structural: keywords, list types, rules. Depth first, as its rules come last. */
export function validateNode(check: Check, schema: JSONSchemaProps, at: FieldPath, inside: Inside): void {
  const before = check.errors.length;
  validateKeywords(check, schema, at, inside);
  validateMembers(check, schema, at, inside);
  const branch: Inside = { ...inside, isRoot: false, costs: undefined };
  if (schema.not !== undefined) validateNode(check, schema.not, child(at, 'not'), branch);
  for (const name of ['allOf', 'oneOf', 'anyOf'] as const) {
    for (const [position, one] of (schema[name] ?? []).entries()) {
      validateNode(check, one, index(child(at, name), position), branch);
    }
  }
  validateItems(check, schema, at, inside);
  if (schema['x-kubernetes-preserve-unknown-fields'] === false) {
    invalid(check, child(at, 'x-kubernetes-preserve-unknown-fields'), false, 'must be true or left out');
  }
  validateMapType(check, schema, at);
  validateListType(check, schema, at);
  validateRules(check, schema, at, inside, before);
}

function validateKeywords(check: Check, schema: JSONSchemaProps, at: FieldPath, inside: Inside): void {
  const { type = '', items } = schema;
  if (type !== '' && !types.includes(type)) notSupported(check, child(at, 'type'), type, types.toSorted());
  if (type === 'null') forbidden(check, child(at, 'type'), 'may not be null: use nullable');
  if (inside.noDefault !== undefined && (schema.default ?? undefined) !== undefined) {
    forbidden(check, child(at, 'default'), `may not be set ${inside.noDefault}`);
  }
  for (const keyword of unsupported) {
    if (isUsed(schema[keyword])) forbidden(check, child(at, keyword), 'is not supported');
  }
  if (Array.isArray(items) && items.length > 0)
    forbidden(check, child(at, 'items'), 'must be one schema, no list of them');
  if (inside.inMetadata && schema['x-kubernetes-embedded-resource'] === true) {
    forbidden(check, child(at, 'x-kubernetes-embedded-resource'), 'may not be set inside metadata');
  }
  if (schema.uniqueItems === true) {
    forbidden(check, child(at, 'uniqueItems'), 'may not be true: use x-kubernetes-list-type');
  }
}

function validateMembers(check: Check, schema: JSONSchemaProps, at: FieldPath, inside: Inside): void {
  const { properties = {}, additionalProperties } = schema;
  const names = Object.keys(properties);
  if (additionalProperties !== undefined) {
    if (names.length > 0 && additionalProperties !== true) {
      forbidden(check, child(at, 'additionalProperties'), 'excludes properties');
    }
    if (typeof additionalProperties === 'object') {
      const noDefault = inside.inMetadata ? 'below additionalProperties of metadata' : inside.noDefault;
      validateNode(check, additionalProperties, child(at, 'additionalProperties'), {
        ...inside,
        isRoot: false,
        ...(noDefault === undefined ? {} : { noDefault }),
        costs: valueCosts(inside.costs, additionalProperties),
      });
    }
  }
  const granular = ['', 'granular', 'atomic'].includes(schema['x-kubernetes-map-type'] ?? '');
  for (const name of names) {
    const property = properties[name];
    const isMeta = (inside.isRoot || schema['x-kubernetes-embedded-resource'] === true) && metaFields.has(name);
    if (property !== undefined) {
      validateNode(check, property, key(child(at, 'properties'), name), {
        ...inside,
        isRoot: false,
        inMetadata: inside.inMetadata || isMeta,
        ...(isMeta && inside.isRoot ? { noDefault: `in ${name} at the root` } : {}),
        ...(granular ? {} : { uncorrelated: inside.uncorrelated ?? at }),
        costs: memberCosts(inside.costs, property, name),
      });
    }
  }
}

function validateItems(check: Check, schema: JSONSchemaProps, at: FieldPath, inside: Inside): void {
  const { items } = schema;
  if (items === undefined) return;
  const known = schema['x-kubernetes-list-type'] === 'map';
  const below: Inside = { ...inside, isRoot: false, ...(known ? {} : { uncorrelated: inside.uncorrelated ?? at }) };
  if (Array.isArray(items)) {
    const list: readonly JSONSchemaProps[] = items;
    for (const [position, one] of list.entries()) {
      validateNode(check, one, index(child(at, 'items'), position), { ...below, costs: undefined });
    }
    return;
  }
  const item = items as JSONSchemaProps;
  validateNode(check, item, child(at, 'items'), { ...below, costs: itemCosts(inside.costs, item) });
}

function validateMapType(check: Check, { type = '', ...schema }: JSONSchemaProps, at: FieldPath): void {
  const mapType = schema['x-kubernetes-map-type'];
  if (mapType === undefined) return;
  if (type === '') required(check, child(at, 'type'), 'must be object beside x-kubernetes-map-type');
  else if (type !== 'object') invalid(check, child(at, 'type'), type, 'must be object beside x-kubernetes-map-type');
  if (mapType !== 'atomic' && mapType !== 'granular') {
    notSupported(check, child(at, 'x-kubernetes-map-type'), mapType, ['atomic', 'granular']);
  }
}
