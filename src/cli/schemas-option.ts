import { findRepositoryRoot, nodeFiles } from '../io/index.ts';
import { schemaSources } from '../schema/index.ts';
import type { SchemaSources } from '../schema/index.ts';
import { existingPath } from './existing-path.ts';

const whatToGive = 'Give pulled schemas or custom resource definitions. Paths are seen from the current folder.';

/** What was given with --schemas, then what the repository around the current folder has, if there is one. */
export function schemasFor(directory: string, given: readonly string[] = []): SchemaSources {
  const folders = given.map((path) => existingPath(directory, path, whatToGive));
  const own = schemaSources(nodeFiles, repositoryAround(directory) ?? directory);
  return { ...own, folders: [...folders, ...own.folders], packages: [...folders, ...(own.packages ?? [])] };
}

function repositoryAround(directory: string): string | undefined {
  try {
    return findRepositoryRoot(directory);
  } catch {
    return undefined;
  }
}
