/** What a custom resource definition says of a value: `JSONSchemaProps` of apiextensions.k8s.io/v1, as far as it decides anything. */
export interface JsonSchema {
  readonly type?: string;
  readonly format?: string;
  readonly nullable?: boolean;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: boolean | JsonSchema;
  readonly required?: readonly string[];
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: boolean;
  readonly exclusiveMaximum?: boolean;
  readonly multipleOf?: number;
  readonly allOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly not?: JsonSchema;
  readonly 'x-kubernetes-int-or-string'?: boolean;
  readonly 'x-kubernetes-preserve-unknown-fields'?: boolean;
  readonly 'x-kubernetes-embedded-resource'?: boolean;
  readonly 'x-kubernetes-list-type'?: string;
  readonly 'x-kubernetes-list-map-keys'?: readonly string[];
  readonly 'x-kubernetes-map-type'?: string;
  readonly 'x-kubernetes-validations'?: readonly ValidationRule[];
}

/** A rule in the Common Expression Language. */
export interface ValidationRule {
  readonly rule: string;
  readonly message?: string;
  readonly messageExpression?: string;
  /** `FieldValueInvalid` and the like. */
  readonly reason?: string;
  /** `.spec.name` */
  readonly fieldPath?: string;
  readonly optionalOldSelf?: boolean;
}

/** One version of a custom resource, from its definition. */
export interface CustomResourceSchema {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly plural: string;
  readonly namespaced: boolean;
  readonly served: boolean;
  /** A version that its authors call deprecated: their warning, or the empty text. */
  readonly deprecated?: string;
  /** The status subresource: an object that is created has no status. */
  readonly status: boolean;
  readonly scale?: ScaleSubresource;
  /** No field is unknown. */
  readonly preserveUnknownFields: boolean;
  readonly schema?: JsonSchema;
  /** Names, types, enums, defaults and list keys alone: the definition's other constraints and rules were left out. */
  readonly factsOnly?: boolean;
  /** Where it comes from: `cert-manager v1.19.0`. */
  readonly release?: string;
}

export interface ScaleSubresource {
  /** `.spec.replicas` */
  readonly specReplicasPath: string;
  readonly statusReplicasPath: string;
  readonly labelSelectorPath?: string;
}

/** The schema of an object's member: its own, or that of all members without one. */
export function memberSchema(schema: JsonSchema | undefined, name: string): JsonSchema | undefined {
  if (schema === undefined) return undefined;
  const { properties, additionalProperties } = schema;
  if (properties !== undefined && Object.hasOwn(properties, name)) return properties[name];
  return typeof additionalProperties === 'object' ? additionalProperties : undefined;
}

/** A definition of Go's `JSON` type cannot tell null from nothing. */
export function defaultOf(schema: JsonSchema | undefined): unknown {
  return schema?.default ?? undefined;
}

export function isNullable(schema: JsonSchema): boolean {
  return schema.nullable === true;
}
