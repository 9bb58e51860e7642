import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from '../../kernel/index.ts';
import type { Files } from '../../kernel/index.ts';
import { shippedSchemas } from '../tables.ts';
import type { SchemaSources } from './load-schemas.ts';

/** Where a repository keeps pulled schemas. */
export function schemaFolder(root: string): string {
  return join(root, 'platform', 'schemas');
}

/**
 * Where the schemas of a repository's custom kinds are: its own folder, then the packages that its package.json lists under
 * `keelson.schemas` (`@acme/crds`, `@acme/crds/config`), as definitions or as pulled schemas, then what comes with the engine.
 */
export function schemaSources(files: Files, root: string): SchemaSources {
  const packages = listed(files, root).map((name) => {
    const folder = join(root, 'node_modules', name);
    if (/^(?:\/|\.)/.test(name) || files.type(folder) === undefined) {
      throw new UserError({
        code: 'schema-package',
        message: `package.json lists ${name} under keelson.schemas, which is not installed`,
        hint: 'Install the package, or take it out of the list.',
      });
    }
    return folder;
  });
  return { root, folders: [schemaFolder(root), ...packages, fileURLToPath(shippedSchemas)], packages };
}

function listed(files: Files, root: string): readonly string[] {
  const path = join(root, 'package.json');
  if (files.type(path) !== 'file') return [];
  let parsed: { readonly keelson?: { readonly schemas?: unknown } } | null;
  try {
    parsed = JSON.parse(files.read(path).toString('utf8')) as typeof parsed;
  } catch {
    // Others say what is wrong with a package.json that cannot be read.
    return [];
  }
  const names = parsed?.keelson?.schemas ?? [];
  if (Array.isArray(names) && names.every((name): name is string => typeof name === 'string')) return names;
  throw new UserError({
    code: 'schema-package',
    message: 'keelson.schemas in package.json is no list of package names',
    hint: 'Write it as ["@acme/crds"].',
  });
}
