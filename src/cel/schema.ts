/** What of an OpenAPI schema (a CRD's, as it is written there) matters to expressions. */
export interface CelSchema {
  readonly type?: string;
  readonly format?: string;
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly maxProperties?: number;
  readonly properties?: Readonly<Record<string, CelSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: CelSchema | boolean;
  readonly items?: CelSchema;
  readonly 'x-kubernetes-int-or-string'?: boolean;
  readonly 'x-kubernetes-preserve-unknown-fields'?: boolean;
  readonly 'x-kubernetes-embedded-resource'?: boolean;
  readonly 'x-kubernetes-list-type'?: string;
  readonly 'x-kubernetes-list-map-keys'?: readonly string[];
}

const text: CelSchema = { type: 'string' };

/** With what every resource has at its root, whether its schema says so or not. */
export function withObjectMeta(schema: CelSchema): CelSchema {
  const { properties } = schema;
  const metadata: CelSchema = { type: 'object', properties: { name: text, generateName: text } };
  return { ...schema, type: 'object', properties: { ...properties, kind: text, apiVersion: text, metadata } };
}

/** The schema of the values of a map, when they have one. */
export function valueSchema(schema: CelSchema): CelSchema | undefined {
  return typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined;
}
