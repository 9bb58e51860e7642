import { nodeFiles } from '../io/index.ts';
import { schemaSources } from '../schema/index.ts';
import type { SchemaSources } from '../schema/index.ts';
import { existingPath } from './existing-path.ts';
import { repositoryAround } from './repository-around.ts';

const whatToGive = 'Give pulled schemas or custom resource definitions. Paths are seen from the current folder.';

/** What was given with --schemas, then what the repository around the current folder has, if there is one. */
export function schemasFor(directory: string, given: readonly string[] = []): SchemaSources {
  const folders = given.map((path) => existingPath(directory, path, whatToGive));
  const own = schemaSources(nodeFiles, repositoryAround(directory) ?? directory);
  return { ...own, folders: [...folders, ...own.folders], packages: [...folders, ...(own.packages ?? [])] };
}
