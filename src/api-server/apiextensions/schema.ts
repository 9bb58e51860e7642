import type { JSONSchemaProps } from '../../schema/types/apiextensions-v1.ts';
import { schemaDefaultErrors } from '../../schema/index.ts';
import type { JsonSchema } from '../../schema/index.ts';
import { forbidden, invalid } from '../check.ts';
import type { Check } from '../check.ts';
import { child } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { rootCosts } from './costs.ts';
import { validateNode } from './schema-node.ts';
import { isConvertible, validateStructural } from './structural.ts';

/** Most that all the rules of a schema may cost together, as the server estimates it. */
const totalLimit = 100_000_000;

/** What the root may not have beside a status subresource. */
const notAtRoot = [
  'enum',
  'default',
  'maxProperties',
  'minProperties',
  'allOf',
  'oneOf',
  'anyOf',
  'not',
  'nullable',
  'additionalProperties',
  'patternProperties',
  'dependencies',
  'additionalItems',
  'definitions',
  'id',
  '$ref',
  '$schema',
  'x-kubernetes-embedded-resource',
  'x-kubernetes-int-or-string',
  'x-kubernetes-list-map-keys',
  'x-kubernetes-list-type',
  'x-kubernetes-map-type',
] as const satisfies readonly (keyof JSONSchemaProps)[];

/** The schema of one version: structural, with defaults that it takes itself, with rules that the server can afford. */
export function validateSchema(check: Check, schema: JSONSchemaProps, hasStatus: boolean, at: FieldPath): void {
  const before = check.errors.length;
  if (hasStatus) validateRoot(check, schema, at);
  if (schema.nullable === true) forbidden(check, child(at, 'nullable'), 'may not be true at the root');
  const convertible = isConvertible(schema);
  const start = check.errors.length;
  if (convertible) validateStructural(check, schema, at);
  if (convertible && check.errors.length === start) {
    check.errors.push(...schemaDefaultErrors(schema as JsonSchema, at, check.minor));
  }
  const costs = convertible && check.errors.length === start ? rootCosts(schema) : undefined;
  validateNode(check, schema, at, { isRoot: true, inMetadata: false, costs });
  if (check.errors.length === before && !convertible) {
    invalid(check, at, undefined, 'has keywords that a structural schema may not have');
  }
  if (costs !== undefined && costs.total.cost > totalLimit) {
    for (const { at: place, cost } of costs.total.rules.toSorted((a, b) => b.cost - a.cost).slice(0, 4)) {
      if (cost >= totalLimit / 100)
        forbidden(check, place, 'costs too much together with the other rules of the schema');
    }
    forbidden(
      check,
      at,
      'has rules that cost too much together: bound lists, maps and texts with maxItems and the like',
    );
  }
}

function validateRoot(check: Check, schema: JSONSchemaProps, at: FieldPath): void {
  const { type = '' } = schema;
  if (type !== '' && type !== 'object') {
    invalid(check, child(at, 'type'), type, 'must be object beside a status subresource');
  } else if (notAtRoot.some((keyword) => isSet(schema[keyword]))) {
    invalid(
      check,
      at,
      undefined,
      `may not have ${notAtRoot.filter((keyword) => isSet(schema[keyword])).join(', ')} at the root`,
    );
  }
}

function isSet(value: unknown): boolean {
  if (value === undefined || value === null || value === false || value === '') return false;
  return true;
}
