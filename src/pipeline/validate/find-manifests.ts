import { join } from 'node:path';
import { throwAll, UserError } from '../../kernel/index.ts';
import type { Files } from '../../kernel/index.ts';

const manifestName = /\.(?:ya?ml|json)$/;

/** A file to read, and how reports name it. */
export interface ManifestPath {
  /** Absolute. */
  readonly absolute: string;
  /** As the user gave it, or below the folder that he gave. */
  readonly shown: string;
}

/**
 * The manifest files of the given paths, in order: a file as it is, whatever its name; of a folder every `.yaml`, `.yml` and
 * `.json` below it; folders whose name begins with a dot, and `node_modules`, are left out. Links to folders are followed only when they were given: below one they could lead round in a circle.
 */
export function findManifests(files: Files, paths: readonly string[], directory: string): readonly ManifestPath[] {
  const found = new Map<string, ManifestPath>();
  const missing: UserError[] = [];
  for (const path of paths) {
    const absolute = resolveFrom(directory, path);
    const shown = path.replace(/(?<=.)\/+$/, '');
    // An unset variable of a script must not mean the current folder.
    const type = path === '' ? undefined : targetType(files, absolute);
    if (type === 'directory') walk(files, absolute, shown === '.' ? '' : shown, found, missing);
    else if (type === 'file') found.set(absolute, { absolute, shown });
    else missing.push(noSuchPath(path));
  }
  throwAll(missing);
  return [...found.values()];
}

function walk(
  files: Files,
  folder: string,
  shown: string,
  found: Map<string, ManifestPath>,
  closed: UserError[],
): void {
  for (const { name, type } of listed(files, folder, shown, closed).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const absolute = join(folder, name);
    const below = shown === '' ? name : `${shown}/${name}`;
    if (type === 'directory') {
      if (!name.startsWith('.') && name !== 'node_modules') walk(files, absolute, below, found, closed);
    } else if (type === 'other') {
      // A pipe would be waited for.
      continue;
    } else if (manifestName.test(name) && (type === 'file' || targetType(files, absolute) !== 'directory')) {
      // A link that leads nowhere, too: whoever reads it says so.
      found.set(absolute, { absolute, shown: below });
    }
  }
}

function listed(files: Files, folder: string, shown: string, closed: UserError[]): ReturnType<Files['list']> {
  try {
    return files.list(folder);
  } catch (error) {
    closed.push(cannotRead(shown === '' ? '.' : shown, error));
    return [];
  }
}

/** What a path leads to: listing a folder tells a link to one from a link to a file. */
function targetType(files: Files, path: string): 'file' | 'directory' | undefined {
  const type = files.type(path);
  if (type !== 'symlink') return type === 'other' ? 'file' : type;
  try {
    files.list(path);
    return 'directory';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOTDIR' ? 'file' : undefined;
  }
}

function resolveFrom(directory: string, path: string): string {
  return path.startsWith('/') ? join(path) : join(directory, path);
}

function noSuchPath(path: string): UserError {
  return new UserError({
    code: 'no-such-path',
    message: `${path === '' ? 'The empty path' : path} does not exist`,
    hint: 'Give files or folders of manifests, or - for stdin. Paths are seen from the current folder.',
  });
}

export function cannotRead(shown: string, error: unknown): UserError {
  return new UserError({
    code: 'cannot-read',
    message: `${shown} cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`,
    hint: 'Correct the link or the rights, or give only paths that can be read.',
  });
}
