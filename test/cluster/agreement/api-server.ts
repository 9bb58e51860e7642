import { Kube } from '../kube.ts';
import { patient, sender, type Answer, type Send, type Verb, type View } from './connection.ts';

export type { Answer } from './connection.ts';

export interface Resource {
  readonly kind: string;
  readonly namespaced: boolean;
  /** `/apis/apps/v1`, and the plural. */
  readonly prefix: string;
  readonly plural: string;
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
      'config',
      'view',
      '--minify',
      '--raw',
      '--flatten',
      '--output',
      'json',
    ]);
    const send = patient(sender(JSON.parse(text) as View));
    const version = (await send('GET', '/version')).body as { gitVersion?: string; minor?: string };
    const resources = await discover(send);
    return new ApiServer(send, version.gitVersion ?? '', Number.parseInt(version.minor ?? '', 10), resources);
  }

  ask(verb: Verb, path: string, body?: string, contentType?: string): Promise<Answer> {
    return this.send(verb, path, body, contentType);
  }

  /** Where objects of a kind are created; undefined when this server does not serve it. */
  collection(apiVersion: string, kind: string, namespace: string): string | undefined {
    const found = this.resources.get(`${apiVersion}/${kind}`);
    if (found === undefined) return undefined;
    return `${found.prefix}/${found.namespaced ? `namespaces/${namespace}/` : ''}${found.plural}`;
  }
}

async function discover(send: Send): Promise<ReadonlyMap<string, Resource>> {
  const groups = (await send('GET', '/apis')).body as {
    groups?: readonly { versions: readonly { groupVersion: string }[] }[];
  };
  const served = (groups.groups ?? []).flatMap(({ versions }) => versions.map(({ groupVersion }) => groupVersion));
  const found = new Map<string, Resource>();
  for (const groupVersion of ['v1', ...served]) {
    const prefix = groupVersion === 'v1' ? '/api/v1' : `/apis/${groupVersion}`;
    const list = (await send('GET', prefix)).body as
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
