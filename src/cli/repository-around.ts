import { findRepositoryRoot } from '../io/index.ts';
import { UserError } from '../kernel/index.ts';

/** The repository around the current folder; undefined when there is none. */
export function repositoryAround(directory: string): string | undefined {
  try {
    return findRepositoryRoot(directory);
  } catch (error) {
    if (error instanceof UserError && error.code === 'no-repository') return undefined;
    throw error;
  }
}
