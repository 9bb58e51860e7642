import type { JsonObject, JsonValue } from '#src/kernel/index.ts';
import { acceptedBases } from './accepted.ts';
import type { ApiServer } from './api-server.ts';
import type { Base } from './bases.ts';
import { isDerived } from './derive.ts';
import { ensureNamespace, removeNamespace } from './namespaces.ts';
import { isList, isObject, withValue } from './sites.ts';

export interface Stored {
  /** As the server keeps it: with its defaults, without its status and managed fields. */
  readonly base: Base;
  /** With its status. */
  readonly whole: JsonObject;
  readonly path: string;
}

/** A namespace of its own for what limits the other objects. */
const [free, limited] = ['agreement-updates', 'agreement-limits'] as const;
const limiting = new Set(['ResourceQuota', 'LimitRange']);

/** Stores the base objects, as far as they do nothing to the server or to each other. `remove` takes them away again. */
export async function store(server: ApiServer): Promise<{ objects: readonly Stored[]; remove: () => Promise<void> }> {
  const made: string[] = [];
  const undo = (): Promise<void> => remove(server, made);
  try {
    for (const name of [free, limited]) await ensureNamespace(server, name);
    for (const base of (await acceptedBases(server)).objects.filter((one) => !isDerived(one))) {
      const path = await create(server, base);
      if (path !== undefined) made.push(path);
    }
    const objects = await Promise.all(made.map((path) => read(server, path)));
    return { objects: objects.filter((one) => one !== undefined), remove: undo };
  } catch (error) {
    await undo();
    throw error;
  }
}

/** Where it is stored; undefined when it is not. */
async function create(server: ApiServer, base: Base): Promise<string | undefined> {
  const namespace = limiting.has(base.kind) ? limited : free;
  const collection = server.collection(base.apiVersion, base.kind, namespace);
  const object = harmless(inNamespace(base.object, namespace));
  if (collection === undefined || object === undefined) return undefined;
  const { status, body } = await server.ask('POST', collection, JSON.stringify(object));
  const { name } = (body?.['metadata'] ?? {}) as { name?: string };
  return status === 201 && name !== undefined ? `${collection}/${name}` : undefined;
}

async function read(server: ApiServer, path: string): Promise<Stored | undefined> {
  const { status, body } = await server.ask('GET', path);
  if (status !== 200 || body === undefined) return undefined;
  const { status: _, ...object } = body;
  const { managedFields: __, ...metadata } = object['metadata'] as JsonObject;
  const { apiVersion, kind } = body as unknown as { apiVersion: string; kind: string };
  return {
    base: { file: path, apiVersion, kind, object: { ...object, metadata } },
    whole: { ...body, metadata },
    path,
  };
}

async function remove(server: ApiServer, paths: readonly string[]): Promise<void> {
  for (const path of paths) await server.ask('DELETE', `${path}?gracePeriodSeconds=0&propagationPolicy=Background`);
  for (const name of [free, limited]) await removeNamespace(server, name);
}

function inNamespace(object: JsonObject, namespace: string): JsonObject {
  const metadata = object['metadata'];
  if (!isObject(metadata) || !('namespace' in metadata)) return object;
  return { ...object, metadata: { ...metadata, namespace } };
}

/** Without what would act on other requests; undefined when nothing would be left. Finalizers would keep it from being removed. */
function harmless(object: JsonObject): JsonObject | undefined {
  // What has no metadata is a question, and never stored.
  if (!isObject(object['metadata'])) return undefined;
  const { finalizers: _, ...metadata } = object['metadata'];
  const kept: JsonObject = { ...object, metadata };
  const { kind } = object as unknown as { kind: string };
  if (kind === 'Namespace' || kind === 'Event' || kind === 'APIService') return undefined;
  if (kind === 'PriorityClass') return withValue(kept, ['globalDefault'], false) as JsonObject;
  if (kind === 'FlowSchema') return withValue(kept, ['spec', 'matchingPrecedence'], 9999) as JsonObject;
  if (/Webhook|AdmissionPolicy/.test(kind)) return withoutMatches(kept) as JsonObject;
  return kept;
}

/** Webhooks and policies for an API group that nobody has. */
function withoutMatches(value: JsonValue): JsonValue {
  if (isList(value)) return value.map(withoutMatches);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([name, item]): readonly [string, JsonValue] => {
    return name === 'apiGroups' ? [name, ['nobody.example.com']] : [name, withoutMatches(item)];
  });
  return Object.fromEntries(entries);
}
