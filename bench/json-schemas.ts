import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

interface OpenApi {
  readonly components?: { readonly schemas?: Readonly<Record<string, { readonly [key: string]: Json }>> };
}

/**
 * Standalone strict JSON Schemas, one per kind, from the OpenAPI documents of a release, in the layout that kubeconform asks for
 * with `{{.ResourceKind}}{{.KindSuffix}}.json`: every object closed, references inlined beside the schema.
 */
export function writeJsonSchemas(folder: string, release: string): void {
  const answer = execFileSync('go', ['mod', 'download', '-json', `k8s.io/kubernetes@v${release}`], {
    encoding: 'utf8',
    env: { ...process.env, GOFLAGS: '-mod=mod' },
  });
  const { Dir } = JSON.parse(answer) as { readonly Dir: string };
  const documents = join(Dir, 'api/openapi-spec/v3');
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(documents).filter((file) => file.startsWith('api'))) {
    const { components } = JSON.parse(readFileSync(join(documents, name), 'utf8')) as OpenApi;
    const schemas = components?.schemas ?? {};
    const definitions = Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, strict(schema)]));
    for (const [id, schema] of Object.entries(schemas)) {
      const kinds = (schema['x-kubernetes-group-version-kind'] ?? []) as readonly Readonly<Record<string, string>>[];
      const [kind, another] = kinds;
      if (kind === undefined || another !== undefined) continue;
      const group = (kind['group'] ?? '').split('.')[0] ?? '';
      const file = [kind['kind'], ...(group === '' ? [] : [group]), kind['version']].join('-').toLowerCase();
      writeFileSync(join(folder, `${file}.json`), JSON.stringify({ $ref: `#/definitions/${id}`, definitions }));
    }
  }
}

/** Without descriptions, references into `definitions`, and no member that is not named. */
function strict(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(strict);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { description, default: _default, ...rest } = schema as { readonly [key: string]: Json };
  const copy: Record<string, Json> = typeof description === 'object' ? { description: strict(description) } : {};
  for (const [key, value] of Object.entries(rest)) {
    copy[key] =
      key === '$ref' && typeof value === 'string'
        ? value.replace('#/components/schemas/', '#/definitions/')
        : strict(value);
  }
  if (copy['properties'] !== undefined && copy['type'] === 'object') copy['additionalProperties'] ??= false;
  return copy;
}
