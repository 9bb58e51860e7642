import { join } from 'node:path';
import type { Files } from '../../kernel/index.ts';
import { readDocuments } from '../../yaml/index.ts';
import { isDefinition } from '../crd/definition.ts';

/** Definitions in YAML and JSON files, and in folders of them; lists are taken apart, everything else is passed over. */
export function readDefinitionFiles(files: Files, paths: readonly string[]): readonly unknown[] {
  return paths
    .flatMap((path) => manifestsIn(files, path, files.type(path) !== 'directory'))
    .flatMap((path) => readDocuments(files.read(path), { file: path }))
    .flatMap(itemsOf)
    .filter(isDefinition);
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
