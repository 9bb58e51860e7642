import { join } from 'node:path';
import { UserError } from '../../kernel/index.ts';
import type { Cluster, Files } from '../../kernel/index.ts';
import { readDefinition } from '../crd/definition.ts';
import type { CustomResourceSchema } from '../crd/json-schema.ts';
import { nearestNames } from '../nearest.ts';
import { formatSchema, hasSchemaPath, schemaPath } from '../store/schema-file.ts';
import { readClusterSchemas } from './cluster-schemas.ts';
import { readDefinitionFiles } from './definition-files.ts';
import { condensed } from './facts.ts';
import { releaseOf } from './release.ts';

export interface PullOptions {
  /** Absolute path of the repository: for messages. */
  readonly root: string;
  /** Where the schemas are kept: absolute path of `platform/schemas`. */
  readonly folder: string;
  /** Files and folders with definitions: absolute paths. */
  readonly paths?: readonly string[];
  readonly cluster?: Cluster;
  /** `cert-manager v1.21.2`; left out: what each definition says of itself. */
  readonly release?: string;
  /** API groups to take; left out: all. */
  readonly groups?: readonly string[];
  /** Names, types, enums, defaults and list keys alone. */
  readonly factsOnly?: boolean;
}

export interface PulledSchemas {
  /** Relative to the folder, sorted. */
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  /** Versions that the definitions no longer have. */
  readonly removed: readonly string[];
  /** Pulled ones whose release nobody says. */
  readonly withoutRelease: readonly string[];
}

/** Writes the schemas of custom kinds, so that their objects can be judged without a cluster. */
export async function pullSchemas(files: Files, options: PullOptions): Promise<PulledSchemas> {
  const { folder, factsOnly = false, groups } = options;
  const all = await readSchemas(files, options);
  const chosen = all.filter(({ group }) => groups === undefined || groups.includes(group));
  if (chosen.length === 0) throw noDefinitions(all, groups);
  const odd = chosen.find((schema) => !hasSchemaPath(schema));
  if (odd !== undefined) {
    throw new UserError({
      code: 'odd-definition',
      message: `a definition declares ${JSON.stringify(`${odd.group}/${odd.version}/${odd.kind}`)}, which no API server takes`,
      hint: 'Correct the group, kind and version names of the definition, or leave it out.',
    });
  }
  const texts = new Map(chosen.map((schema) => [schemaPath(schema), formatSchema(kept(schema, factsOnly))]));
  const stale = [...new Set(chosen.map(({ group }) => group))]
    .flatMap((group) => pathsOf(files, folder, group))
    .filter((path) => !texts.has(path) && chosen.some((schema) => isVersionOf(path, schema)));
  const written: string[] = [];
  const unchanged: string[] = [];
  for (const [path, text] of texts) {
    const same = files.type(join(folder, path)) === 'file' && files.read(join(folder, path)).toString('utf8') === text;
    (same ? unchanged : written).push(path);
    if (!same) write(files, folder, path, text);
  }
  for (const path of stale) files.remove(join(folder, path));
  const withoutRelease = chosen.filter(({ release }) => release === undefined).map((schema) => schemaPath(schema));
  return {
    written: written.toSorted(),
    unchanged: unchanged.toSorted(),
    removed: stale.toSorted(),
    withoutRelease: withoutRelease.toSorted(),
  };
}

async function readSchemas(
  files: Files,
  { paths = [], cluster, release, root }: PullOptions,
): Promise<readonly CustomResourceSchema[]> {
  const definitions = readDefinitionFiles(files, paths, root);
  const fromFiles = definitions.flatMap((one) => readDefinition(one, release ?? releaseOf(one)));
  return cluster === undefined ? fromFiles : [...fromFiles, ...(await readClusterSchemas(cluster, release))];
}

function kept(schema: CustomResourceSchema, factsOnly: boolean): CustomResourceSchema {
  return { ...schema, ...(factsOnly ? { factsOnly } : {}), schema: condensed(schema.schema ?? {}, factsOnly) };
}

/** Beside its place first: a file is old or new at any moment. */
function write(files: Files, folder: string, path: string, text: string): void {
  const target = join(folder, path);
  files.makeDirectory(join(target, '..'));
  files.write(`${target}.new`, text, { sync: true });
  files.rename(`${target}.new`, target);
}

function pathsOf(files: Files, folder: string, group: string): readonly string[] {
  if (files.type(join(folder, group)) !== 'directory') return [];
  return files.list(join(folder, group)).map(({ name }) => `${group}/${name}`);
}

function isVersionOf(path: string, { group, kind }: CustomResourceSchema): boolean {
  const start = `${group}/${kind.toLowerCase()}.`;
  return path.startsWith(start) && /^v[0-9a-z]+\.json$/.test(path.slice(start.length));
}

function noDefinitions(all: readonly CustomResourceSchema[], groups: readonly string[] = []): UserError {
  const known = [...new Set(all.map(({ group }) => group))];
  if (known.length === 0) {
    return new UserError({
      code: 'no-definitions',
      message: 'there is no custom resource definition to pull',
      hint: 'Give files or folders that hold definitions (apiextensions.k8s.io/v1), or a cluster that has some.',
    });
  }
  const near = groups.flatMap((group) => nearestNames(group, known));
  const shown = near.length > 0 ? near : known.toSorted();
  return new UserError({
    code: 'no-definitions',
    message: `--group: no custom resource definition is of ${groups.join(' or ')}`,
    hint: near.length > 0 ? `Did you mean ${shown.join(' or ')}?` : `The definitions are of ${shown.join(', ')}.`,
  });
}
