import { Agent, request } from 'node:https';
import type { JsonObject } from '#src/kernel/index.ts';

export interface Answer {
  readonly status: number;
  /** As `JSON.parse` reads it; undefined when the body is no JSON. */
  readonly body: JsonObject | undefined;
  readonly text: string;
  /** The header of that name: what the server warns of. */
  readonly warning: string;
}

export type Verb = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** The parts of a kubeconfig that say how to reach the server. */
export interface View {
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

export type Send = (verb: Verb, path: string, body?: string, contentType?: string) => Promise<Answer>;

/** Sends requests over a few connections that stay open. */
export function sender(view: View): Send {
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
    accept: 'application/json',
    ...(user?.token === undefined ? {} : { authorization: `Bearer ${user.token}` }),
  };
  return (verb, path, body, contentType = 'application/json') =>
    new Promise((resolve, reject) => {
      // Node leaves the length out of a DELETE, and the server takes the body for the next request.
      const length = { 'content-length': Buffer.byteLength(body ?? '') };
      const options = { agent, method: verb, headers: { ...headers, ...length, 'content-type': contentType } };
      const sent = request(new URL(path, cluster?.server), options, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(parts).toString();
          const warning = response.headers['warning']?.toString() ?? '';
          resolve({ status: response.statusCode ?? 0, body: parsed(text), text, warning });
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
}

/** The server panics, for one, on an Indexed Job with a success policy and no completions. */
const closed: Answer = { status: 599, body: undefined, text: 'the server closed the connection', warning: '' };

/** Asks again when the server is busy, or has closed a connection. */
export function patient(send: Send): Send {
  return async (verb, path, body, contentType) => {
    for (let tries = 1; ; tries += 1) {
      const answer = await send(verb, path, body, contentType).catch((error: unknown) => {
        if ((error as { code?: string }).code !== 'ECONNRESET') throw error;
        return tries < 4 ? undefined : closed;
      });
      if (answer !== undefined && answer.status !== 429) return answer;
      await new Promise((resolve) => {
        setTimeout(resolve, 100 * tries);
      });
    }
  };
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
