import { builtInKinds, tabledMinors } from '../tables.ts';
import type { CustomResourceSchema, JsonSchema } from '../crd/json-schema.ts';

interface OpenApi {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, PublishedSchema>> };
}

interface Operation {
  readonly 'x-kubernetes-action'?: string;
  readonly 'x-kubernetes-group-version-kind'?: Kind;
}

type PublishedSchema = JsonSchema & { readonly 'x-kubernetes-group-version-kind'?: readonly Kind[] };

interface Kind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

/** The custom kinds of one document that an API server publishes under /openapi/v3. What refers to built-in types is left open. */
export function readOpenApi(document: unknown, release?: string): readonly CustomResourceSchema[] {
  const { paths = {}, components: { schemas = {} } = {} } = document as OpenApi;
  const builtIn = new Set(builtInKinds(tabledMinors()[1]));
  const found: CustomResourceSchema[] = [];
  for (const schema of Object.values(schemas)) {
    const [kind] = schema['x-kubernetes-group-version-kind'] ?? [];
    if (kind === undefined || builtIn.has(`${kind.group}/${kind.version}/${kind.kind}`)) continue;
    const created = Object.keys(paths).find((path) =>
      isSame(paths[path]?.['post']?.['x-kubernetes-group-version-kind'], kind),
    );
    if (created === undefined || kind.kind.endsWith('List')) continue;
    const item = `${created}/{name}`;
    found.push({
      ...kind,
      plural: created.slice(created.lastIndexOf('/') + 1),
      namespaced: created.includes('/namespaces/{namespace}/'),
      served: true,
      status: paths[`${item}/status`] !== undefined,
      preserveUnknownFields: schema['x-kubernetes-preserve-unknown-fields'] === true,
      schema: withoutReferences(schema) as JsonSchema,
      ...(release === undefined ? {} : { release }),
    });
  }
  return found;
}

function isSame(a: Kind | undefined, b: Kind): boolean {
  return a !== undefined && a.group === b.group && a.version === b.version && a.kind === b.kind;
}

/** References are to metadata, whose shape every object has, and stand alone or under `allOf`. */
function withoutReferences(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map((item: unknown) => withoutReferences(item));
  if (typeof schema !== 'object' || schema === null) return schema;
  const members = Object.entries(schema);
  if (members.some(([name]) => name === '$ref'))
    return { type: 'object', 'x-kubernetes-preserve-unknown-fields': true };
  return Object.fromEntries(
    members.map(([name, value]) => [name, name === 'default' ? value : withoutReferences(value)]),
  );
}
