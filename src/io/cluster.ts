import { execFileSync } from 'node:child_process';
import { request } from 'node:https';
import { UserError } from '../kernel/index.ts';
import type { Cluster, ClusterConnection } from '../kernel/index.ts';

interface Credentials {
  readonly token?: string;
  readonly clientCertificate?: string;
  readonly clientKey?: string;
}

/** Longest wait for one answer. */
const patience = 30_000;
const largestAnswer = 256 * 1024 * 1024;

/** An API server over HTTPS. Credentials are asked for once, at the first question. */
export function connectCluster(connection: ClusterConnection): Cluster {
  let credentials: Credentials | undefined;
  return {
    name: connection.server,
    get(path) {
      credentials ??= connection.exec === undefined ? connection : fromProgram(connection.exec);
      return ask(connection, credentials, path);
    },
  };
}

function fromProgram({ command, args, env, apiVersion }: NonNullable<ClusterConnection['exec']>): Credentials {
  const info = JSON.stringify({ apiVersion, kind: 'ExecCredential', spec: { interactive: false } });
  let text: string;
  try {
    text = execFileSync(command, args, {
      encoding: 'utf8',
      env: { ...process.env, ...env, KUBERNETES_EXEC_INFO: info },
      timeout: patience,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError({
      code: 'cluster-credentials',
      message: `the credential program ${command} failed: ${reason}`,
    });
  }
  const { status = {} } = JSON.parse(text) as {
    readonly status?: { token?: string; clientCertificateData?: string; clientKeyData?: string };
  };
  return {
    ...(status.token === undefined ? {} : { token: status.token }),
    ...(status.clientCertificateData === undefined ? {} : { clientCertificate: status.clientCertificateData }),
    ...(status.clientKeyData === undefined ? {} : { clientKey: status.clientKeyData }),
  };
}

function ask(connection: ClusterConnection, credentials: Credentials, path: string): Promise<unknown> {
  const { server, certificateAuthority, skipTlsVerify = false, serverName } = connection;
  const { token, clientCertificate, clientKey } = credentials;
  const options = {
    headers: { accept: 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
    rejectUnauthorized: !skipTlsVerify,
    timeout: patience,
    ...(certificateAuthority === undefined ? {} : { ca: certificateAuthority }),
    ...(serverName === undefined ? {} : { servername: serverName }),
    ...(clientCertificate === undefined ? {} : { cert: clientCertificate }),
    ...(clientKey === undefined ? {} : { key: clientKey }),
  };
  return new Promise((resolve, reject) => {
    const failed = (reason: string): void =>
      reject(new UserError({ code: 'cluster-unreachable', message: `${server} does not answer: ${reason}` }));
    const sent = request(new URL(path, server), options, (answer) => {
      const parts: Buffer[] = [];
      let size = 0;
      answer.on('data', (part: Buffer) => {
        size += part.length;
        if (size > largestAnswer) sent.destroy(new Error('the answer is too large'));
        else parts.push(part);
      });
      answer.on('error', (error) => failed(error.message));
      answer.on('end', () => {
        const status = answer.statusCode ?? 0;
        const text = Buffer.concat(parts).toString('utf8');
        if (status < 300) resolve(JSON.parse(text));
        else reject(refusal(server, path, status, text));
      });
    });
    sent.on('timeout', () => sent.destroy(new Error(`nothing in ${patience / 1000} seconds`)));
    sent.on('error', (error) => failed(error.message));
    sent.end();
  });
}

function refusal(server: string, path: string, status: number, text: string): UserError {
  const message = /"message":\s*"((?:[^"\\]|\\.)*)"/.exec(text)?.[1] ?? text.slice(0, 200);
  return new UserError({
    code: `cluster-refused-${status}`,
    message: `${server} refuses ${path}: ${status} ${message}`,
  });
}
