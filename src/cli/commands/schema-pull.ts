import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { connectCluster, findRepositoryRoot, nodeFiles } from '../../io/index.ts';
import { exitCode, UserError } from '../../kernel/index.ts';
import type { Cluster } from '../../kernel/index.ts';
import { schemaPullBody, schemaPullText } from '../../report/index.ts';
import { pullSchemas, readKubeconfig, schemaFolder } from '../../schema/index.ts';
import type { CommandContext, Outcome, SchemaPullOptions } from '../command.ts';
import { existingPath } from '../existing-path.ts';
import type { Terminal } from '../terminal.ts';

const whatToGive = 'Give files or folders with custom resource definitions. Paths are seen from the current folder.';

export async function run({ flags, terminal }: CommandContext, options: SchemaPullOptions): Promise<Outcome> {
  const { release, group, factsOnly } = options;
  if (options.paths.length === 0 && options.cluster !== true) {
    throw new UserError({
      code: 'nothing-to-pull',
      message: 'Neither PATHS nor --cluster were given.',
      hint: 'Give files or folders with custom resource definitions, or --cluster to ask the cluster of KUBECONFIG.',
    });
  }
  if (options.context !== undefined && options.cluster !== true) {
    throw new UserError({
      code: 'conflicting-options',
      message: '--context was given without --cluster.',
      hint: 'Add --cluster to ask the cluster of that context, or leave --context out.',
    });
  }
  const root = findRepositoryRoot(flags.directory);
  const pulled = await pullSchemas(nodeFiles, {
    root,
    folder: schemaFolder(root),
    paths: options.paths.map((path) => existingPath(flags.directory, path, whatToGive)),
    ...(options.cluster === true ? { cluster: clusterOf(terminal, options.context) } : {}),
    ...(release === undefined ? {} : { release }),
    ...(group === undefined ? {} : { groups: group }),
    ...(factsOnly === undefined ? {} : { factsOnly }),
  });
  return {
    exitCode: exitCode.clean,
    body: schemaPullBody(pulled),
    text: (paint) => schemaPullText(pulled, paint),
  };
}

/** As kubectl does: the first file of KUBECONFIG, else the one in the home folder. */
function clusterOf({ env, cwd }: Terminal, context: string | undefined): Cluster {
  const given = (env['KUBECONFIG'] ?? '').split(delimiter).find((path) => path !== '');
  const path = given === undefined ? join(homedir(), '.kube', 'config') : resolve(cwd, given);
  if (nodeFiles.type(path) === undefined) {
    throw new UserError({
      code: 'no-kubeconfig',
      message: `There is no kubeconfig at ${given ?? '~/.kube/config'}.`,
      hint: 'Set KUBECONFIG to the file that names the cluster.',
    });
  }
  return connectCluster(readKubeconfig(nodeFiles, path, context));
}
