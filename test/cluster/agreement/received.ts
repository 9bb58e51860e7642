import { receivedObject } from '../../../src/api-server/index.ts';
import type { JsonObject } from '#src/kernel/index.ts';
import { builtInKind, decode } from '../../../src/schema/index.ts';
import { acceptedBases } from './accepted.ts';
import { differences } from './admission/differences.ts';
import { isExcused } from './admission/excused.ts';
import { strictDryRun, type ApiServer } from './api-server.ts';
import type { Base } from './bases.ts';
import type { Proved } from './proved.ts';
import { isObject } from './sites.ts';
import { inParallel, namespace } from './verdict.ts';

const leastObjects = 350;

/** Objects as admission policies see them, with all that the server fills in, against what the server answers to a dry run. */
export async function prove(server: ApiServer): Promise<Proved> {
  const { objects } = await acceptedBases(server);
  const compared = await inParallel(objects, (base) => compare(server, base));
  const kinds = new Set(compared.flatMap((one) => (one === undefined ? [] : [one.kind])));
  const all = compared.filter((one) => one !== undefined);
  const failed = all.flatMap(({ kind, differ }) =>
    differ.filter((text) => !isExcused(kind, text)).map((text) => `${kind} ${text}`),
  );
  const excused = all.filter(({ kind, differ }) => differ.some((text) => isExcused(kind, text)));
  if (all.length < leastObjects) failed.push(`only ${all.length} objects`);
  return {
    name: 'received objects',
    passed: all.filter(({ differ }) => differ.length === 0).length,
    failed: [...new Set(failed)].slice(0, 30),
    notes: [
      `${all.length} objects of ${kinds.size} kinds, ${excused.length} of them with fields behind gates that are off, or that depend on more than the object`,
    ],
  };
}

interface Compared {
  readonly kind: string;
  readonly differ: readonly string[];
}

async function compare(server: ApiServer, { apiVersion, kind, object }: Base): Promise<Compared | undefined> {
  const builtIn = builtInKind(apiVersion, kind, server.minor);
  const collection = server.collection(apiVersion, kind, namespace);
  if (builtIn === undefined || collection === undefined) return undefined;
  const { status, body } = await server.ask('POST', `${collection}?${strictDryRun}`, JSON.stringify(object));
  if (status >= 300 || body === undefined) return undefined;
  const decoded = decode(placed(object, builtIn.namespaced), builtIn.type, server.minor).object as JsonObject;
  const ours = receivedObject(decoded, { type: builtIn.type, minor: server.minor });
  return { kind, differ: differences(body, ours) };
}

function placed(object: JsonObject, namespaced: boolean): JsonObject {
  const { metadata } = object;
  if (!namespaced || !isObject(metadata)) return object;
  return { ...object, metadata: { ...metadata, namespace } };
}
