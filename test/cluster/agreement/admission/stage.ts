import type { JsonObject } from '#src/kernel/index.ts';
import type { CustomResourceSchema } from '../../../../src/schema/index.ts';
import { until } from '../../shell.ts';
import type { ApiServer } from '../api-server.ts';
import { servedDefinitions } from '../custom-resources/bases.ts';
import { ensureNamespace, removeNamespace } from '../namespaces.ts';
import { readSetup } from './corpus.ts';
import type { Bound } from './corpus.ts';

/** What was stored: by path, as the server holds it. */
export interface Stage {
  /** By name. */
  readonly namespaces: ReadonlyMap<string, JsonObject>;
  readonly stored: readonly JsonObject[];
  /** Of the custom kinds that the server serves. */
  readonly schemas: readonly CustomResourceSchema[];
  /** Policies whose parameters this server does not see. */
  readonly without: ReadonlySet<string>;
  readonly remove: () => Promise<void>;
}

export function namespaceOf(room: string): string {
  return room === 'argocd' ? room : `agreement-${room}`;
}

const labels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  cluster: { team: 'a' },
  reference: { 'meridian.example/tenant': 'payments' },
};

const policies = '/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicies';
const bindings = '/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicybindings';

/** Makes the namespaces, stores the parameters and the policies, and waits until all of them are asked. */
export async function setUp(server: ApiServer, bound: readonly Bound[]): Promise<Stage> {
  const made: string[] = [];
  const rooms = [...new Set(bound.map(({ room }) => room))];
  const namespaces = new Map<string, JsonObject>();
  const remove = async (): Promise<void> => {
    for (const path of made.toReversed()) await server.ask('DELETE', path);
    for (const name of namespaces.keys()) await removeNamespace(server, name);
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
    for (const room of rooms) {
      const name = namespaceOf(room);
      await ensureNamespace(server, name, { room, ...labels[room] });
      namespaces.set(name, (await server.ask('GET', `/api/v1/namespaces/${name}`)).body ?? {});
    }
    const served = new Set((await servedDefinitions(server)).map(({ group, plural }) => `${plural}.${group}`));
    const stored = readSetup().filter(({ metadata }) => !served.has((metadata as { name: string }).name));
    for (const object of stored) await store(collectionOf(object), object);
    const schemas = await until('the definitions are served', 60, async () => {
      const all = await servedDefinitions(server);
      const isServed = async (plural: string): Promise<boolean> =>
        (await server.ask('GET', `/apis/argoproj.io/v1alpha1/${plural}`)).status === 200;
      return (await isServed('applications')) && (await isServed('appprojects')) ? all : undefined;
    });
    for (const { policy, binding } of [...bound, probe]) {
      await store(policies, policy);
      await store(bindings, binding);
    }
    await until('the policies are asked', 60, async () => {
      const { status } = await server.ask('POST', `/api/v1/namespaces/default/configmaps?dryRun=All`, probed);
      return status === 422 ? true : undefined;
    });
    const without = await withoutParams(server, bound);
    for (const name of without) await server.ask('DELETE', `${bindings}/${name}.agreement`);
    return { namespaces, stored, schemas, without, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/**
 * A server that has once stopped to watch a built-in kind of parameters does not watch it again (until Kubernetes 1.36 at least): then the
 * policies with such parameters cannot be asked.
 */
async function withoutParams(server: ApiServer, bound: readonly Bound[]): Promise<ReadonlySet<string>> {
  const sees = async (): Promise<true | undefined> => {
    const path = `/api/v1/namespaces/${namespaceOf('four')}/configmaps?dryRun=All`;
    const body = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'watched' } };
    const { text } = await server.ask('POST', path, JSON.stringify(body));
    return text.includes('no params found') ? undefined : true;
  };
  if (await until('parameters are seen', 15, sees).catch(() => false)) return new Set();
  return new Set(
    bound
      .filter(({ policy }) => JSON.stringify(policy).includes('"paramKind":{"apiVersion":"v1"'))
      .map(({ name }) => name),
  );
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
