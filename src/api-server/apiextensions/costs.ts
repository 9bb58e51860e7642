import type { JSONSchemaProps } from '../../schema/types/apiextensions-v1.ts';
import { celTypeOf, escapeField } from '../../cel/index.ts';
import type { CelSchema, CelType } from '../../cel/index.ts';
import type { FieldPath } from '../field-path.ts';

/** Largest request, in bytes. */
const requestBytes = 3 * 1024 * 1024;

/** How often a part of a schema may occur in an object, and the type that rules see there. */
export interface Costs {
  /** Undefined when nothing bounds it. */
  readonly most: number | undefined;
  /** Asked for where there are rules alone: finding it takes a look at all that is below. */
  readonly type: () => CelType | undefined;
  readonly schema: JSONSchemaProps;
  /** The schema, or one above it, has rules: then the type comes from above. */
  readonly ruled: boolean;
  readonly total: { cost: number; readonly rules: { readonly at: FieldPath; readonly cost: number }[] };
}

export function rootCosts(schema: JSONSchemaProps): Costs {
  const type = once(() => celTypeOf(schema as CelSchema, 'self', true));
  return { most: 1, type, schema, ruled: hasRules(schema), total: { cost: 0, rules: [] } };
}

export function memberCosts(costs: Costs | undefined, schema: JSONSchemaProps, name: string): Costs | undefined {
  if (costs === undefined) return undefined;
  return below(costs, schema, () => {
    const above = costs.ruled ? costs.type() : undefined;
    if (costs.ruled && above === undefined) return undefined;
    const escaped = escapeField(name);
    const known = escaped === undefined ? undefined : above?.fields?.get(escaped);
    return known ?? typeOf(schema, name);
  });
}

export function valueCosts(costs: Costs | undefined, schema: JSONSchemaProps): Costs | undefined {
  return costs && below(costs, schema, () => (costs.ruled ? costs.type()?.params[1] : typeOf(schema, 'values')));
}

export function itemCosts(costs: Costs | undefined, schema: JSONSchemaProps): Costs | undefined {
  return costs && below(costs, schema, () => (costs.ruled ? costs.type()?.params[0] : typeOf(schema, 'items')));
}

/** What one evaluation is to be multiplied by. */
export function cardinality({ most, type }: Costs): number {
  return most ?? Math.floor(requestBytes / ((type()?.minSize ?? 0) + 1));
}

function typeOf(schema: JSONSchemaProps, name: string): CelType | undefined {
  return celTypeOf(schema as CelSchema, name, schema['x-kubernetes-embedded-resource'] === true);
}

function below(costs: Costs, schema: JSONSchemaProps, type: () => CelType | undefined): Costs {
  const each = mostElements(costs.schema);
  const most = costs.most === undefined || each === undefined ? undefined : costs.most * each;
  return { most, type: once(type), schema, ruled: costs.ruled || hasRules(schema), total: costs.total };
}

function once(find: () => CelType | undefined): () => CelType | undefined {
  let found: { readonly type: CelType | undefined } | undefined;
  return () => (found ??= { type: find() }).type;
}

function hasRules(schema: JSONSchemaProps): boolean {
  return (schema['x-kubernetes-validations'] ?? []).length > 0;
}

function mostElements({ type, additionalProperties, maxProperties, maxItems }: JSONSchemaProps): number | undefined {
  if (type === 'array') return maxItems === undefined ? undefined : Math.max(0, Number(maxItems));
  if (type !== 'object' || additionalProperties === undefined) return 1;
  return maxProperties === undefined ? undefined : Math.max(0, Number(maxProperties));
}
