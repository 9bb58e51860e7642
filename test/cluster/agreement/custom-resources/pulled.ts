import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeFiles } from '#src/io/index.ts';
import { loadSchemas, pullSchemas, schemaFolder } from '#src/schema/index.ts';
import type { CustomResourceSchema } from '#src/schema/index.ts';
import type { ApiServer } from '../api-server.ts';

/** What `keelson schema pull --cluster` keeps of a server's custom kinds, read back from its files: constraints and rules included. */
export async function pulledDefinitions(
  server: ApiServer,
  definitions: readonly CustomResourceSchema[],
): Promise<ReadonlyMap<string, CustomResourceSchema>> {
  const root = mkdtempSync(join(tmpdir(), 'keelson-pulled-'));
  try {
    const folder = schemaFolder(root);
    const cluster = { name: 'test', get: async (path: string) => (await server.ask('GET', path)).body };
    await pullSchemas(nodeFiles, { root, folder, cluster, release: 'test' });
    const store = loadSchemas(nodeFiles, { root, folders: [folder] });
    return new Map(
      definitions.flatMap(({ group, version, kind }) => {
        const pulled = store.find(group, version, kind);
        return pulled === undefined ? [] : [[`${group}/${version}/${kind}`, pulled] as const];
      }),
    );
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
