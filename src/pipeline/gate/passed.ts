import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Files } from '../../kernel/index.ts';
import { schemaSources, tablesPath } from '../../schema/index.ts';
import type { Passed } from '../../synth/index.ts';
import type { GateFile } from './gate-file.ts';
import type { GateSetup } from './judge-unit.ts';

/**
 * What a cluster's objects are judged by besides the engine's code, which the cache's key has: the version, the tables, the settings; for
 * custom kinds also their definitions, on the cluster and pulled. A unit that passed under the same digests passes again.
 */
export function passedDigests(
  setup: GateSetup,
  files: Files,
  root: string,
): (cluster: string, own: readonly GateFile[]) => Passed {
  const tables = digestOf(files, [tablesPath]);
  const { root: _root, folders, packages = [] } = schemaSources(files, root);
  let pulled: string | undefined;
  return (cluster, own) => {
    const builtIn = sha256([String(setup.minors[cluster]), JSON.stringify(setup.settings), tables]);
    const definitions = own
      .filter(({ object }) => object.kind === 'CustomResourceDefinition')
      .map((file) => file.sha256);
    pulled ??= digestOf(files, [...folders, ...packages]);
    return { builtIn, custom: sha256([builtIn, pulled, ...definitions.toSorted()]) };
  };
}

function digestOf(files: Files, paths: readonly string[]): string {
  const parts: string[] = [];
  const visit = (path: string): void => {
    const type = files.type(path);
    if (type === 'directory') {
      for (const name of files
        .list(path)
        .map((entry) => entry.name)
        .toSorted())
        visit(join(path, name));
    } else if (type === 'file') parts.push(path, sha256([files.read(path)]));
  };
  for (const path of paths) visit(path);
  return sha256(parts);
}

function sha256(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
}
