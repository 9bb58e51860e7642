import type { JsonObject } from '#src/kernel/index.ts';
import type { ApiServer } from '../api-server.ts';
import type { Base } from '../bases.ts';
import { ensureNamespace, removeNamespace } from '../namespaces.ts';
import { inParallel } from '../verdict.ts';

const namespace = 'agreement-custom';

/** Stores the objects; each comes back as the server keeps it, its `file` being where it is. `remove` takes them away again. */
export async function storeCustom(
  server: ApiServer,
  bases: readonly Base[],
): Promise<{ readonly objects: readonly Base[]; readonly remove: () => Promise<void> }> {
  await ensureNamespace(server, namespace);
  const stored = await inParallel(bases, (base) => storeOne(server, base), 8);
  const objects = stored.filter((one) => one !== undefined);
  const remove = async (): Promise<void> => {
    await inParallel(objects, ({ file }) => server.ask('DELETE', file), 8);
    await removeNamespace(server, namespace);
  };
  return { objects, remove };
}

async function storeOne(server: ApiServer, { apiVersion, kind, object }: Base): Promise<Base | undefined> {
  const collection = server.collection(apiVersion, kind, namespace);
  if (collection === undefined) return undefined;
  const { name } = object['metadata'] as { readonly name: string };
  const version = apiVersion.slice(apiVersion.indexOf('/') + 1);
  const sent = { ...object, metadata: { name: `stored-${version}-${name}` } };
  const { status, body } = await server.ask('POST', collection, JSON.stringify(sent));
  if (status !== 201 || body === undefined) return undefined;
  const { status: _, ...kept } = body;
  const { managedFields: __, ...metadata } = kept['metadata'] as JsonObject;
  return { file: `${collection}/${sent.metadata.name}`, apiVersion, kind, object: { ...kept, metadata } };
}
