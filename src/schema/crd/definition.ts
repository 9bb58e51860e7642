import { plainNumbers } from './plain-numbers.ts';
import type { CustomResourceSchema, JsonSchema, ScaleSubresource } from './json-schema.ts';

interface Definition {
  readonly apiVersion?: unknown;
  readonly kind?: unknown;
  readonly spec?: {
    readonly group?: string;
    readonly names?: { readonly kind?: string; readonly plural?: string };
    readonly scope?: string;
    readonly preserveUnknownFields?: boolean;
    readonly versions?: readonly DefinitionVersion[];
  };
}

interface DefinitionVersion {
  readonly name?: string;
  readonly served?: boolean;
  readonly deprecated?: boolean;
  readonly deprecationWarning?: string;
  readonly schema?: { readonly openAPIV3Schema?: JsonSchema };
  readonly subresources?: { readonly status?: object; readonly scale?: ScaleSubresource };
}

/** True of an object that says it is a custom resource definition, whatever else is wrong with it. */
export function isDefinition(object: unknown): boolean {
  if (typeof object !== 'object' || object === null) return false;
  const { apiVersion, kind } = object as Definition;
  return apiVersion === 'apiextensions.k8s.io/v1' && kind === 'CustomResourceDefinition';
}

/**
 * The versions that a decoded definition declares, those that are not served included. One that lacks its names declares none:
 * what is wrong with the definition itself is another's to say.
 */
export function readDefinition(object: unknown, release?: string): readonly CustomResourceSchema[] {
  if (!isDefinition(object)) return [];
  const spec = (object as Definition).spec ?? {};
  const { group = '', names = {}, versions = [] } = spec;
  if (group === '' || names.kind === undefined || names.plural === undefined) return [];
  const shared = {
    group,
    kind: names.kind,
    plural: names.plural,
    namespaced: spec.scope === 'Namespaced',
    preserveUnknownFields: spec.preserveUnknownFields === true,
    ...(release === undefined ? {} : { release }),
  };
  return versions.filter((version) => version.name !== undefined).map((version) => withVersion(shared, version));
}

type Shared = Omit<CustomResourceSchema, 'version' | 'served' | 'status'>;

function withVersion(shared: Shared, version: DefinitionVersion): CustomResourceSchema {
  const { name = '', served, deprecated, deprecationWarning = '', subresources, schema } = version;
  return {
    ...shared,
    version: name,
    served: served === true,
    status: subresources?.status !== undefined,
    ...(deprecated === true ? { deprecated: deprecationWarning } : {}),
    ...(subresources?.scale === undefined ? {} : { scale: subresources.scale }),
    ...(schema?.openAPIV3Schema === undefined ? {} : { schema: plainNumbers(schema.openAPIV3Schema) }),
  };
}
