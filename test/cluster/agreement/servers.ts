import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { attempt, run, until } from '../shell.ts';
import { ApiServer } from './api-server.ts';

export interface Servers {
  readonly servers: readonly ApiServer[];
  readonly note: string;
  stop(): Promise<void>;
}

interface Definition {
  readonly spec: {
    readonly group: string;
    readonly names: { readonly kind: string };
    readonly versions: readonly { readonly name: string; readonly served: boolean }[];
  };
}

/** The versions that the validations are exact for. */
const versions = ['1.36', '1.34'] as const;

/** API servers to ask, or why there are none: the one of KUBECONFIG, or one of each version by the cluster tool. */
export async function findServers(root: string): Promise<Servers | string> {
  const { KUBECONFIG } = process.env;
  if (KUBECONFIG !== undefined) {
    const server = await ApiServer.connect(KUBECONFIG);
    return { servers: [server], note: `Kubernetes ${server.version} of ${KUBECONFIG}`, stop: () => Promise.resolve() };
  }
  const tool = join(root, '../shared/tools/cluster/cluster');
  if (!existsSync(tool)) return `KUBECONFIG is not set, and there is no cluster tool at ${relative(root, tool)}`;
  for (const [program, ...args] of [
    ['go', 'version'],
    ['openssl', 'version'],
  ] as const) {
    const found = await attempt(program, args).catch(() => undefined);
    if (found?.code !== 0) return `the cluster tool needs ${program}, which is not installed`;
  }
  return started(tool);
}

async function started(tool: string): Promise<Servers> {
  const folder = mkdtempSync(join(tmpdir(), 'keelson-agreement-'));
  const options = versions.map((version, at) => {
    return ['--dir', join(folder, version), '--port', String(27_480 + 20 * at), '--kubernetes', version];
  });
  const stop = async (): Promise<void> => {
    if (process.env['KEELSON_KEEP_CLUSTERS'] !== undefined) return;
    for (const where of options) await attempt(tool, ['down', ...where]);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    // The first build on a machine takes minutes; two at once would be two builds. Without nodes pods stay as they were created.
    for (const where of options) await run(tool, ['up', ...where, '--nodes', '0'], { seconds: 1200 });
    await Promise.all(options.map((where) => run(tool, ['crds', ...where], { seconds: 600 })));
    const folders = versions.map((version) => join(folder, version));
    const servers = await Promise.all(folders.map(withAllDefinitions));
    return {
      servers,
      note: `Kubernetes ${servers.map(({ version }) => version).join(' and ')} of the cluster tool`,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Connects when the server serves the kinds of all its definitions. */
function withAllDefinitions(folder: string): Promise<ApiServer> {
  return until('all custom resource definitions are served', 120, async () => {
    const server = await ApiServer.connect(join(folder, 'kubeconfig'), join(folder, 'bin'));
    const { body } = await server.ask('GET', '/apis/apiextensions.k8s.io/v1/customresourcedefinitions');
    const definitions = (body?.['items'] ?? []) as unknown as readonly Definition[];
    const isServed = definitions.every(({ spec: { group, names, versions } }) =>
      versions.every(({ name, served }) => !served || server.resources.has(`${group}/${name}/${names.kind}`)),
    );
    return isServed ? server : undefined;
  });
}
