import { UserError } from '../../kernel/index.ts';
import type { Cluster } from '../../kernel/index.ts';
import { readDefinition } from '../crd/definition.ts';
import type { CustomResourceSchema } from '../crd/json-schema.ts';
import { readOpenApi } from './open-api.ts';
import { releaseOf } from './release.ts';

const definitions = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';

/**
 * The custom kinds of a running cluster: from its definitions, or, when whoever asks may not list them, from its OpenAPI v3
 * documents, which anyone may read.
 */
export async function readClusterSchemas(cluster: Cluster, release?: string): Promise<readonly CustomResourceSchema[]> {
  try {
    const { items = [] } = (await cluster.get(definitions)) as { readonly items?: readonly object[] };
    return items.flatMap((item) =>
      readDefinition(
        { ...item, apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition' },
        release ?? releaseOf(item),
      ),
    );
  } catch (error) {
    if (!(error instanceof UserError) || !['cluster-refused-401', 'cluster-refused-403'].includes(error.code))
      throw error;
    return readPublished(cluster, release);
  }
}

async function readPublished(cluster: Cluster, release?: string): Promise<readonly CustomResourceSchema[]> {
  const { paths = {} } = (await cluster.get('/openapi/v3')) as {
    readonly paths?: Readonly<Record<string, { readonly serverRelativeURL?: string }>>;
  };
  const found: CustomResourceSchema[] = [];
  for (const [path, { serverRelativeURL }] of Object.entries(paths)) {
    // API groups of custom kinds have a dot; documents of built-in ones hold none.
    const [, group = ''] = /^apis\/([^/]+\.[^/]+)\/[^/]+$/.exec(path) ?? [];
    if (group === '' || serverRelativeURL === undefined) continue;
    found.push(...readOpenApi(await cluster.get(serverRelativeURL), release));
  }
  return found;
}
