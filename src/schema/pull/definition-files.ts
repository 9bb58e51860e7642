import { join, relative } from 'node:path';
import { UserError } from '../../kernel/index.ts';
import type { Files } from '../../kernel/index.ts';
import { readDocuments } from '../../yaml/index.ts';
import { isDefinition } from '../crd/definition.ts';

/**
 * Definitions in YAML and JSON files, and in folders of them; lists are taken apart, everything else is passed over. Throws
 * UserErrors that name files as they are seen from `root`.
 */
export function readDefinitionFiles(files: Files, paths: readonly string[], root: string): readonly unknown[] {
  return paths
    .flatMap((path) => manifestsIn(files, path, files.type(path) !== 'directory'))
    .flatMap((path) => documentsOf(files, path, relative(root, path).replaceAll('\\', '/')))
    .flatMap(itemsOf)
    .filter(isDefinition);
}

function documentsOf(files: Files, path: string, file: string): readonly unknown[] {
  let text: Uint8Array;
  try {
    text = files.read(path);
  } catch (error) {
    throw new UserError({
      code: 'cannot-open',
      message: `${file} cannot be opened (${(error as NodeJS.ErrnoException).code ?? String(error)})`,
      hint: 'Correct the path, the link or the rights.',
    });
  }
  return readDocuments(text, { file });
}

function manifestsIn(files: Files, path: string, isFile: boolean): readonly string[] {
  if (isFile) return [path];
  return files
    .list(path)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(({ name, type }) => {
      if (type === 'directory') return name === 'node_modules' ? [] : manifestsIn(files, join(path, name), false);
      return /\.(?:ya?ml|json)$/.test(name) ? [join(path, name)] : [];
    });
}

function itemsOf(document: unknown): readonly unknown[] {
  if (typeof document !== 'object' || document === null) return [];
  const { kind, items } = document as { readonly kind?: unknown; readonly items?: unknown };
  return typeof kind === 'string' && kind.endsWith('List') && Array.isArray(items) ? items : [document];
}
