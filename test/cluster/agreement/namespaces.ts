import { until } from '../shell.ts';
import type { ApiServer } from './api-server.ts';

/** Pods may be created in it: its default ServiceAccount is there. True when it was not there before. */
export async function ensureNamespace(
  server: ApiServer,
  name: string,
  labels: Readonly<Record<string, string>> = {},
): Promise<boolean> {
  const body = { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } };
  const status = await until(`namespace ${name}`, 120, async () => {
    const answer = await server.ask('POST', '/api/v1/namespaces', JSON.stringify(body));
    if (answer.status === 201) return answer.status;
    if (answer.status !== 409) throw new Error(`namespace ${name} could not be created: ${answer.text}`);
    const { body: there } = await server.ask('GET', `/api/v1/namespaces/${name}`);
    // One that is going away is waited for.
    const { phase } = (there?.['status'] ?? {}) as { phase?: string };
    return phase === 'Active' ? answer.status : undefined;
  });
  await until(`the default ServiceAccount of ${name}`, 30, async () => {
    const answer = await server.ask('GET', `/api/v1/namespaces/${name}/serviceaccounts/default`);
    return answer.status === 200 ? true : undefined;
  });
  return status === 201;
}

export async function removeNamespace(server: ApiServer, name: string): Promise<void> {
  await server.ask('DELETE', `/api/v1/namespaces/${name}`);
}
