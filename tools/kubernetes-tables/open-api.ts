import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The parts of an OpenAPI v3 document of Kubernetes that the tables are made of. */
export interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: string;
  readonly format?: string;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema;
  readonly 'x-kubernetes-list-type'?: string;
  readonly 'x-kubernetes-list-map-keys'?: readonly string[];
  readonly 'x-kubernetes-group-version-kind'?: readonly GroupVersionKind[];
}

export interface GroupVersionKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

interface Operation {
  readonly 'x-kubernetes-action'?: string;
  readonly 'x-kubernetes-group-version-kind'?: GroupVersionKind;
}

export interface Document {
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
  readonly paths?: Readonly<Record<string, { readonly post?: Operation }>>;
}

export interface ServedKind extends GroupVersionKind {
  readonly namespaced: boolean;
}

export interface Release {
  readonly minor: number;
  /** By full name: `io.k8s.api.core.v1.PodSpec`. */
  readonly schemas: ReadonlyMap<string, Schema>;
  readonly kinds: readonly ServedKind[];
}

/** Reads `api/openapi-spec/v3` of one release of the Go module `k8s.io/kubernetes`. */
export function readRelease(minor: number, module: string): Release {
  const folder = join(module, 'api', 'openapi-spec', 'v3');
  const names = readdirSync(folder).filter((name) => name.endsWith('_openapi.json'));
  return readDocuments(
    minor,
    names.toSorted().map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Document),
  );
}

export function readDocuments(minor: number, documents: readonly Document[]): Release {
  const schemas = new Map<string, Schema>();
  const kinds = new Map<string, ServedKind>();
  for (const document of documents) {
    for (const [full, schema] of Object.entries(document.components?.schemas ?? {})) schemas.set(full, schema);
    for (const [path, { post }] of Object.entries(document.paths ?? {})) {
      const kind = post?.['x-kubernetes-group-version-kind'];
      if (kind === undefined || post?.['x-kubernetes-action'] !== 'post' || !isCollection(path)) continue;
      const namespaced = path.includes('/namespaces/{namespace}/');
      const id = `${kind.group}/${kind.version}/${kind.kind}`;
      // Namespaced reviews are also posted to all namespaces at once: the narrower path says what the kind is.
      kinds.set(id, { ...kind, namespaced: namespaced || (kinds.get(id)?.namespaced ?? false) });
    }
  }
  return { minor, schemas, kinds: [...kinds.values()] };
}

/** Not a subresource: nothing follows the collection's name. */
function isCollection(path: string): boolean {
  return !path.includes('{name}');
}
