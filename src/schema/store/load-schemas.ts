import { join, relative } from 'node:path';
import type { Files } from '../../kernel/index.ts';
import { readDefinition } from '../crd/definition.ts';
import type { CustomResourceSchema } from '../crd/json-schema.ts';
import { readDefinitionFiles } from '../pull/definition-files.ts';
import { hasSchemaPath, parseSchema, schemaPath } from './schema-file.ts';

/** Schemas of custom kinds that were pulled, or that packages ship; read when they are asked for. */
export interface SchemaStore {
  /** Throws a `UserError` when the file was changed by hand. */
  find(group: string, version: string, kind: string): CustomResourceSchema | undefined;
  /** Kinds and versions of a group, as `<version>/<Kind in lower case>`: to name the nearest. */
  known(group: string): readonly string[];
}

export interface SchemaSources {
  /** Absolute path of the repository: for messages. */
  readonly root: string;
  /** Folders as `schema pull` writes them, first the repository's own. */
  readonly folders: readonly string[];
  /** Folders of packages that ship definitions: read whole when no folder has a kind. */
  readonly packages?: readonly string[];
}

export function loadSchemas(files: Files, { root, folders, packages = [] }: SchemaSources): SchemaStore {
  const read = new Map<string, CustomResourceSchema | undefined>();
  let shipped: ReadonlyMap<string, CustomResourceSchema> | undefined;
  return {
    find(group, version, kind) {
      if (!hasSchemaPath({ group, version, kind })) return undefined;
      const path = schemaPath({ group, version, kind });
      if (!read.has(path)) {
        const folder = folders.find((one) => files.type(join(one, path)) === 'file');
        read.set(path, folder === undefined ? undefined : readSchema(files, root, join(folder, path)));
      }
      const found = read.get(path);
      if (found?.kind === kind) return found;
      shipped ??= readPackages(files, packages, root);
      return shipped.get(`${group}/${version}/${kind}`);
    },
    known: (group) => folders.flatMap((folder) => namesIn(files, join(folder, group))),
  };
}

function readSchema(files: Files, root: string, path: string): CustomResourceSchema {
  return parseSchema(files.read(path).toString('utf8'), relative(root, path).replaceAll('\\', '/'));
}

function readPackages(
  files: Files,
  packages: readonly string[],
  root: string,
): ReadonlyMap<string, CustomResourceSchema> {
  const schemas = readDefinitionFiles(files, packages, root).flatMap((definition) => readDefinition(definition));
  return new Map(schemas.map((schema) => [`${schema.group}/${schema.version}/${schema.kind}`, schema]));
}

/** `certificate.v1.json` -> `v1/certificate` */
function namesIn(files: Files, folder: string): readonly string[] {
  if (files.type(folder) !== 'directory') return [];
  return files.list(folder).flatMap(({ name }) => {
    const [, kind, version] = /^([^.]+)\.([^.]+)\.json$/.exec(name) ?? [];
    return kind === undefined || version === undefined ? [] : [`${version}/${kind}`];
  });
}
