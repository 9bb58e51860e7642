import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kube } from './kube.ts';
import { attempt, run } from './shell.ts';

export interface Clusters {
  readonly hub: Kube;
  readonly spoke: Kube;
  /** How the hub reaches the spoke: the cluster Secret's `server` and `config`. */
  readonly spokeServer: string;
  readonly spokeConfig: string;
  /** Where to push what the hub reads; undefined: the hub reads the clone's folder itself. */
  readonly repository?: string;
  /** Seconds after which this Argo CD ends a waiting sync; undefined: as `argocd-cmd-params-cm` says. */
  readonly syncTimeout?: number;
  readonly note: string;
  stop(): Promise<void>;
}

/** Instead of the declared one, which would make the suite wait for minutes. */
const syncTimeout = 60;

/** Clusters, or why there are none. */
export async function findClusters(root: string): Promise<Clusters | string> {
  const { KUBECONFIG, KEELSON_SPOKE_KUBECONFIG, KEELSON_TEST_REPOSITORY } = process.env;
  if (KUBECONFIG !== undefined && KEELSON_SPOKE_KUBECONFIG !== undefined && KEELSON_TEST_REPOSITORY !== undefined) {
    return given(KUBECONFIG, KEELSON_SPOKE_KUBECONFIG, KEELSON_TEST_REPOSITORY);
  }
  const tool = join(root, '../shared/tools/cluster/cluster');
  if (!existsSync(tool)) {
    const why = `there is no cluster tool at ${tool.slice(root.length + 1)}`;
    if (KUBECONFIG === undefined) return `KUBECONFIG is not set, and ${why}`;
    return `KUBECONFIG alone does not say that the cluster may be filled and emptied: set KEELSON_SPOKE_KUBECONFIG and KEELSON_TEST_REPOSITORY too; and ${why}`;
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
  const stop = async (): Promise<void> => {
    if (process.env['KEELSON_KEEP_CLUSTERS'] !== undefined) return;
    for (const where of [hub, spoke]) await attempt(tool, ['down', ...where]);
  };
  try {
    // The first build on a machine takes minutes; two at once would be two builds.
    await run(tool, ['up', ...hub, '--argocd'], {
      seconds: 1200,
      env: { ARGOCD_APPLICATION_CONTROLLER_SYNC_TIMEOUT: String(syncTimeout) },
    });
    await run(tool, ['up', ...spoke], { seconds: 300 });
    await Promise.all([hub, spoke].map((where) => run(tool, ['crds', ...where], { seconds: 300 })));
  } catch (error) {
    await stop();
    throw error;
  }
  const kube = (name: string): Kube => new Kube(join(folder, name, 'kubeconfig'), join(folder, name, 'bin'));
  return {
    hub: kube('hub'),
    spoke: kube('spoke'),
    spokeServer: 'https://127.0.0.1:27463',
    spokeConfig: JSON.stringify({
      bearerToken: readFileSync(join(folder, 'spoke/token'), 'utf8').trim(),
      tlsClientConfig: { insecure: true },
    }),
    syncTimeout,
    note: `two clusters of ${tool}; its Argo CD ends a waiting sync after ${syncTimeout} s`,
    stop,
  };
}
