import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { Kube } from './kube.ts';
import { NodeLeases } from './node-leases.ts';
import { attempt, run, until } from './shell.ts';

export interface Clusters {
  readonly hub: Kube;
  readonly spoke: Kube;
  /** How the hub reaches the spoke: the cluster Secret's `server` and `config`. */
  readonly spokeServer: string;
  readonly spokeConfig: string;
  /** Where to push what the hub reads; undefined: the hub reads the clone's folder itself. */
  readonly repository?: string;
  readonly note: string;
  /**
   * Starts Argo CD's controller anew, with `controller.sync.timeout.seconds` at this value; without one, as it started. Absent where
   * the controller is not ours to restart.
   */
  readonly restartController?: (syncTimeout?: number) => Promise<void>;
  stop(): Promise<void>;
}

/** Clusters, or why there are none. */
export async function findClusters(root: string): Promise<Clusters | string> {
  const { KUBECONFIG, KEELSON_SPOKE_KUBECONFIG, KEELSON_TEST_REPOSITORY } = process.env;
  if (KUBECONFIG !== undefined && KEELSON_SPOKE_KUBECONFIG !== undefined && KEELSON_TEST_REPOSITORY !== undefined) {
    return given(KUBECONFIG, KEELSON_SPOKE_KUBECONFIG, KEELSON_TEST_REPOSITORY);
  }
  const tool = join(root, '../shared/tools/cluster/cluster');
  if (!existsSync(tool)) {
    const why = `there is no cluster tool at ${relative(root, tool)}`;
    if (KUBECONFIG === undefined) return `KUBECONFIG is not set, and ${why}`;
    return `KUBECONFIG alone does not say that the cluster may be filled: set KEELSON_SPOKE_KUBECONFIG and KEELSON_TEST_REPOSITORY too; and ${why}`;
  }
  for (const [program, args] of [
    ['go', ['version']],
    ['redis-server', ['--version']],
    ['openssl', ['version']],
  ] as const) {
    const found = await attempt(program, args).catch(() => undefined);
    if (found?.code !== 0) return `the cluster tool needs ${program}, which is not installed`;
  }
  return started(tool);
}

async function given(hubConfig: string, spokeConfig: string, repository: string): Promise<Clusters> {
  const hub = new Kube(hubConfig);
  const spoke = new Kube(spokeConfig);
  const view = JSON.parse(await spoke.kubectl(['config', 'view', '--minify', '--raw', '--output', 'json'])) as {
    readonly clusters: readonly {
      readonly cluster: { readonly server: string; readonly 'certificate-authority-data'?: string };
    }[];
    readonly users: readonly { readonly user: { readonly token?: string } }[];
  };
  const cluster = view.clusters[0]?.cluster;
  const ca = cluster?.['certificate-authority-data'];
  return {
    hub,
    spoke,
    spokeServer: cluster?.server ?? '',
    spokeConfig: JSON.stringify({
      bearerToken: view.users[0]?.user.token ?? '',
      tlsClientConfig: ca === undefined ? { insecure: true } : { caData: ca },
    }),
    repository,
    note: `the clusters of ${hubConfig} and ${spokeConfig}`,
    stop: () => Promise.resolve(),
  };
}

async function started(tool: string): Promise<Clusters> {
  const folder = mkdtempSync(join(tmpdir(), 'keelson-clusters-'));
  const hub = ['--dir', join(folder, 'hub'), '--port', '27440'];
  const spoke = ['--dir', join(folder, 'spoke'), '--port', '27460'];
  const kube = (name: string): Kube => new Kube(join(folder, name, 'kubeconfig'), join(folder, name, 'bin'));
  let leases: NodeLeases | undefined;
  const stop = async (): Promise<void> => {
    await leases?.stop();
    if (process.env['KEELSON_KEEP_CLUSTERS'] !== undefined) return;
    for (const where of [hub, spoke]) await attempt(tool, ['down', ...where]);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    // The first build on a machine takes minutes; two at once would be two builds.
    await run(tool, ['up', ...hub, '--argocd'], { seconds: 1200 });
    await run(tool, ['up', ...spoke], { seconds: 300 });
    leases = new NodeLeases([kube('hub'), kube('spoke')]);
    await Promise.all([hub, spoke].map((where) => run(tool, ['crds', ...where], { seconds: 300 })));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    hub: kube('hub'),
    spoke: kube('spoke'),
    spokeServer: 'https://127.0.0.1:27463',
    spokeConfig: JSON.stringify({
      bearerToken: readFileSync(join(folder, 'spoke/token'), 'utf8').trim(),
      tlsClientConfig: { insecure: true },
    }),
    note: 'two clusters of the tool',
    restartController: async (syncTimeout) => {
      const pid = Number(readFileSync(join(folder, 'hub/argocd-application-controller.pid'), 'utf8'));
      process.kill(pid, 'SIGKILL');
      await until('the controller ended', 10, () => Promise.resolve(isRunning(pid) ? undefined : true));
      const env = syncTimeout === undefined ? {} : { ARGOCD_APPLICATION_CONTROLLER_SYNC_TIMEOUT: String(syncTimeout) };
      await run(tool, ['up', ...hub, '--argocd'], { seconds: 120, env });
    },
    stop,
  };
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
