import { Agent, request } from 'node:https';
import type { JsonObject } from '#src/kernel/index.ts';
import { Kube } from '../kube.ts';

export interface Answer {
  readonly status: number;
  /** As `JSON.parse` reads it; undefined when the body is no JSON. */
  readonly body: JsonObject | undefined;
  readonly text: string;
}

export interface Resource {
  readonly kind: string;
  readonly namespaced: boolean;
  /** `/apis/apps/v1`, and the plural. */
  readonly prefix: string;
  readonly plural: string;
}

export type Verb = 'GET' | 'POST' | 'PUT' | 'DELETE';

interface View {
  readonly clusters: readonly {
    readonly cluster: { readonly server: string; readonly 'certificate-authority-data'?: string };
  }[];
  readonly users: readonly {
    readonly user: {
      readonly token?: string;
      readonly 'client-certificate-data'?: string;
      readonly 'client-key-data'?: string;
    };
  }[];
}

/** Dry run, and unknown or doubled fields are errors. */
export const strictDryRun = 'dryRun=All&fieldValidation=Strict';

/** A real API server, over a few connections that stay open. */
export class ApiServer {
  readonly minor: number;
  readonly version: string;
  /** `apps/v1/Deployment` to where it is served. */
  readonly resources: ReadonlyMap<string, Resource>;
  private readonly send: Send;

  private constructor(send: Send, version: string, minor: number, resources: ReadonlyMap<string, Resource>) {
    this.send = send;
    this.version = version;
    this.minor = minor;
    this.resources = resources;
  }

  static async connect(kubeconfig: string, tools?: string): Promise<ApiServer> {
    const text = await new Kube(kubeconfig, tools).kubectl([
      ...['config', 'view', '--minify', '--raw', '--flatten', '--output', 'json'],
    ]);
    const send = sender(JSON.parse(text) as View);
    const version = (await send('GET', '/version', undefined)).body as { gitVersion?: string; minor?: string };
    const resources = await discover(send);
    return new ApiServer(send, version.gitVersion ?? '', Number.parseInt(version.minor ?? '', 10), resources);
  }

  /** Asks again when the server is busy, or has closed a connection that was kept open. */
  async ask(verb: Verb, path: string, body?: string): Promise<Answer> {
    for (let tries = 0; ; tries += 1) {
      const answer = await this.send(verb, path, body).catch((error: unknown) => {
        if (tries < 20 && (error as { code?: string }).code === 'ECONNRESET') return undefined;
        throw error;
      });
      if (answer !== undefined && answer.status !== 429) return answer;
      await new Promise((resolve) => {
        setTimeout(resolve, 200);
      });
    }
  }

  /** Where objects of a kind are created; undefined when this server does not serve it. */
  collection(apiVersion: string, kind: string, namespace: string): string | undefined {
    const found = this.resources.get(`${apiVersion}/${kind}`);
    if (found === undefined) return undefined;
    return `${found.prefix}/${found.namespaced ? `namespaces/${namespace}/` : ''}${found.plural}`;
  }
}

type Send = (verb: Verb, path: string, body: string | undefined) => Promise<Answer>;

function sender(view: View): Send {
  const cluster = view.clusters[0]?.cluster;
  const user = view.users[0]?.user;
  const ca = cluster?.['certificate-authority-data'];
  const agent = new Agent({
    keepAlive: true,
    maxSockets: 16,
    ...(ca === undefined ? { rejectUnauthorized: false } : { ca: Buffer.from(ca, 'base64') }),
    cert: decoded(user?.['client-certificate-data']),
    key: decoded(user?.['client-key-data']),
  });
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json',
    ...(user?.token === undefined ? {} : { authorization: `Bearer ${user.token}` }),
  };
  return (verb, path, body) =>
    new Promise((resolve, reject) => {
      // Node leaves the length out of a DELETE, and the server takes the body for the next request.
      const length = { 'content-length': Buffer.byteLength(body ?? '') };
      const options = { agent, method: verb, headers: { ...headers, ...length } };
      const sent = request(new URL(path, cluster?.server), options, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(parts).toString();
          resolve({ status: response.statusCode ?? 0, body: parsed(text), text });
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
}

async function discover(send: Send): Promise<ReadonlyMap<string, Resource>> {
  const groups = (await send('GET', '/apis', undefined)).body as {
    groups?: readonly { versions: readonly { groupVersion: string }[] }[];
  };
  const served = (groups.groups ?? []).flatMap(({ versions }) => versions.map(({ groupVersion }) => groupVersion));
  const found = new Map<string, Resource>();
  for (const groupVersion of ['v1', ...served]) {
    const prefix = groupVersion === 'v1' ? '/api/v1' : `/apis/${groupVersion}`;
    const list = (await send('GET', prefix, undefined)).body as
      | {
          resources?: readonly { name: string; kind: string; namespaced: boolean; verbs: readonly string[] }[];
        }
      | undefined;
    // A group of another server that does not answer has no list.
    for (const { name, kind, namespaced, verbs } of list?.resources ?? []) {
      if (name.includes('/') || !verbs.includes('create')) continue;
      found.set(`${groupVersion}/${kind}`, { kind, namespaced, prefix, plural: name });
    }
  }
  return found;
}

function decoded(data: string | undefined): Buffer | undefined {
  return data === undefined ? undefined : Buffer.from(data, 'base64');
}

function parsed(text: string): JsonObject | undefined {
  try {
    return JSON.parse(text) as JsonObject;
  } catch {
    return undefined;
  }
}
