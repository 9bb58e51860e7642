import type { JsonObject } from '#src/kernel/index.ts';
import { until } from '../../shell.ts';
import { ApiServer } from '../api-server.ts';
import { ensureNamespace, removeNamespace } from '../namespaces.ts';
import { readSetup } from './corpus.ts';
import type { Bound } from './corpus.ts';

/** What was stored: by path, as the server holds it. */
export interface Stage {
  /** By name. */
  readonly namespaces: ReadonlyMap<string, JsonObject>;
  readonly stored: readonly JsonObject[];
  readonly remove: () => Promise<void>;
}

export function namespaceOf(room: string): string {
  return `agreement-${room}`;
}

const policies = '/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicies';
const bindings = '/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicybindings';

/** Makes the namespaces, stores the parameters and the policies, and waits until all of them are asked. */
export async function setUp(server: ApiServer, bound: readonly Bound[]): Promise<Stage> {
  const made: string[] = [];
  const rooms = [...new Set(bound.map(({ room }) => room))];
  const remove = async (): Promise<void> => {
    for (const path of made.toReversed()) await server.ask('DELETE', path);
    for (const room of rooms) await removeNamespace(server, namespaceOf(room));
  };
  const store = async (collection: string, object: JsonObject): Promise<void> => {
    const { name } = object['metadata'] as { name: string };
    made.push(`${collection}/${name}`);
    await until(`${collection}/${name}`, 60, async () => {
      const { status, text } = await server.ask('POST', collection, JSON.stringify(object));
      if (status >= 400 && status < 500 && status !== 404 && status !== 409) throw new Error(`${name}: ${text}`);
      // One that a run before has left may differ.
      if (status === 409) await server.ask('DELETE', `${collection}/${name}`);
      return status === 201 ? true : undefined;
    });
  };
  try {
    const namespaces = new Map<string, JsonObject>();
    for (const room of rooms) {
      const name = namespaceOf(room);
      await ensureNamespace(server, name, { room, ...(room === 'cluster' ? { team: 'a' } : {}) });
      namespaces.set(name, (await server.ask('GET', `/api/v1/namespaces/${name}`)).body ?? {});
    }
    const stored = readSetup();
    for (const object of stored) await store(collectionOf(object), object);
    for (const { policy, binding } of [...bound, probe]) {
      await store(policies, policy);
      await store(bindings, binding);
    }
    await until('the policies are asked', 60, async () => {
      const { status } = await server.ask('POST', `/api/v1/namespaces/default/configmaps?dryRun=All`, probed);
      return status === 422 ? true : undefined;
    });
    return { namespaces, stored, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Stored last: once it refuses, the others are known, too. */
const probe: Bound = {
  name: 'zz-probe',
  room: 'default',
  policy: {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingAdmissionPolicy',
    metadata: { name: 'zz-probe.agreement' },
    spec: {
      matchConstraints: {
        objectSelector: { matchLabels: { 'keelson.dev/probe': 'yes' } },
        resourceRules: [{ apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['configmaps'] }],
      },
      validations: [{ expression: 'false' }],
    },
  },
  binding: {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingAdmissionPolicyBinding',
    metadata: { name: 'zz-probe.agreement' },
    spec: { policyName: 'zz-probe.agreement', validationActions: ['Deny'] },
  },
};

const probed = JSON.stringify({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'probe', labels: { 'keelson.dev/probe': 'yes' } },
});

function collectionOf(object: JsonObject): string {
  const { namespace = '' } = object['metadata'] as { namespace?: string };
  switch (object['kind']) {
    case 'CustomResourceDefinition':
      return '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
    case 'ConfigMap':
      return `/api/v1/namespaces/${namespace}/configmaps`;
    default:
      return `/apis/admission.keelson.dev/v1/namespaces/${namespace}/gauges`;
  }
}
