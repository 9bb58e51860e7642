import { dirname, resolve } from 'node:path';
import { UserError } from '../../kernel/index.ts';
import type { ClusterConnection, Files } from '../../kernel/index.ts';
import { readYaml } from '../../yaml/index.ts';

interface Kubeconfig {
  readonly 'current-context'?: string;
  readonly contexts?: readonly Named<{ readonly context?: { readonly cluster?: string; readonly user?: string } }>[];
  readonly clusters?: readonly Named<{ readonly cluster?: ClusterEntry }>[];
  readonly users?: readonly Named<{ readonly user?: UserEntry }>[];
}

type Named<Rest> = Rest & { readonly name?: string };

interface ClusterEntry {
  readonly server?: string;
  readonly 'certificate-authority'?: string;
  readonly 'certificate-authority-data'?: string;
  readonly 'insecure-skip-tls-verify'?: boolean;
  readonly 'tls-server-name'?: string;
}

interface UserEntry {
  readonly token?: string;
  readonly tokenFile?: string;
  readonly 'client-certificate'?: string;
  readonly 'client-certificate-data'?: string;
  readonly 'client-key'?: string;
  readonly 'client-key-data'?: string;
  readonly exec?: {
    readonly command?: string;
    readonly args?: readonly string[] | null;
    readonly env?: readonly { readonly name: string; readonly value: string }[] | null;
    readonly apiVersion?: string;
  };
}

/** How to reach the cluster of a kubeconfig's context, or of its current one. Relative paths in it are beside it. */
export function readKubeconfig(files: Files, path: string, context?: string): ClusterConnection {
  const config = (readYaml(files.read(path), { file: path })[0]?.value ?? {}) as Kubeconfig;
  const name = context ?? config['current-context'] ?? '';
  const chosen = listed(config.contexts).find((one) => one.name === name)?.context;
  const cluster = listed(config.clusters).find((one) => one.name === chosen?.cluster)?.cluster;
  const user = listed(config.users).find((one) => one.name === chosen?.user)?.user ?? {};
  if (cluster?.server === undefined) {
    throw new UserError({
      code: 'kubeconfig',
      message:
        name === '' ? `${path} has no current context` : `${path} names no cluster for context ${JSON.stringify(name)}`,
      hint: 'Set KUBECONFIG, or choose one of its contexts with --context.',
    });
  }
  if (!URL.canParse(cluster.server)) {
    throw new UserError({
      code: 'kubeconfig',
      message: `${path}: the server of context ${JSON.stringify(name)} is no URL`,
      hint: 'Write it as https://<host>:<port>.',
    });
  }
  const file = (given: string | undefined): string | undefined =>
    given === undefined ? undefined : readBeside(files, path, given);
  const authority = decoded(cluster['certificate-authority-data']) ?? file(cluster['certificate-authority']);
  const certificate = decoded(user['client-certificate-data']) ?? file(user['client-certificate']);
  const key = decoded(user['client-key-data']) ?? file(user['client-key']);
  const token = user.token ?? file(user.tokenFile)?.trim();
  const exec = user.exec?.command === undefined ? undefined : programOf(user.exec);
  return {
    server: cluster.server,
    skipTlsVerify: cluster['insecure-skip-tls-verify'] === true,
    ...(authority === undefined ? {} : { certificateAuthority: authority }),
    ...(cluster['tls-server-name'] === undefined ? {} : { serverName: cluster['tls-server-name'] }),
    ...(token === undefined ? {} : { token }),
    ...(certificate === undefined ? {} : { clientCertificate: certificate }),
    ...(key === undefined ? {} : { clientKey: key }),
    ...(exec === undefined ? {} : { exec }),
  };
}

function programOf(exec: NonNullable<UserEntry['exec']>): NonNullable<ClusterConnection['exec']> {
  return {
    command: exec.command ?? '',
    args: exec.args ?? [],
    env: Object.fromEntries((exec.env ?? []).map(({ name, value }) => [name, value])),
    apiVersion: exec.apiVersion ?? 'client.authentication.k8s.io/v1',
  };
}

function decoded(data: string | undefined): string | undefined {
  return data === undefined ? undefined : Buffer.from(data, 'base64').toString('utf8');
}

function listed<Entry>(entries: readonly Entry[] | null | undefined): readonly Entry[] {
  return Array.isArray(entries) ? (entries as readonly Entry[]) : [];
}

function readBeside(files: Files, path: string, given: string): string {
  try {
    return files.read(resolve(dirname(path), given)).toString('utf8');
  } catch (error) {
    throw new UserError({
      code: 'kubeconfig',
      message: `${path} names ${given}, which cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`,
      hint: 'Correct the path in the kubeconfig, or choose one of its contexts with --context.',
    });
  }
}
