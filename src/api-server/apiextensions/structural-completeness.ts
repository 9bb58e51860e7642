import type { JSONSchemaProps } from '../../schema/types/apiextensions-v1.ts';
import { required } from '../check.ts';
import type { Check } from '../check.ts';
import { child, key } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';

/** What the root says inside `anyOf` and the like has to be declared outside of them, too. */
export function validateCompleteness(check: Check, schema: JSONSchemaProps, at: FieldPath): void {
  for (const branch of branchesOf(schema)) validateBranch(check, branch, schema, at);
}

function validateBranch(check: Check, branch: JSONSchemaProps, schema: JSONSchemaProps, at: FieldPath): void {
  for (const inner of branchesOf(branch)) validateBranch(check, inner, schema, at);
  const items = oneSchema(branch.items);
  const declaredItems = oneSchema(schema.items);
  if (items !== undefined) {
    if (declaredItems === undefined)
      required(check, child(at, 'items'), 'must be declared outside of anyOf and the like');
    else validateBranch(check, items, declaredItems, child(at, 'items'));
  }
  for (const [name, property] of Object.entries(branch.properties ?? {})) {
    const { properties = {} } = schema;
    const declared = Object.hasOwn(properties, name) ? properties[name] : undefined;
    const place = key(child(at, 'properties'), name);
    if (declared === undefined) required(check, place, 'must be declared outside of anyOf and the like');
    else validateBranch(check, property, declared, place);
  }
}

function branchesOf({ not, allOf = [], anyOf = [], oneOf = [] }: JSONSchemaProps): readonly JSONSchemaProps[] {
  return [...(not === undefined ? [] : [not]), ...allOf, ...anyOf, ...oneOf];
}

function oneSchema(items: JSONSchemaProps['items']): JSONSchemaProps | undefined {
  return items === undefined || Array.isArray(items) ? undefined : (items as JSONSchemaProps);
}
