import type { JsonObject } from '#src/kernel/index.ts';
import { acceptedBases } from './accepted.ts';
import { compareRefusal, compareWarnings, isInvalid } from './admission/compare.ts';
import type { Compared } from './admission/compare.ts';
import { readObjects, readPolicies } from './admission/corpus.ts';
import { openOurs } from './admission/ours.ts';
import { namespaceOf, setUp } from './admission/stage.ts';
import type { ApiServer } from './api-server.ts';
import { isDerived } from './derive.ts';
import { generate, parsedObject } from './generate.ts';
import type { Proved } from './proved.ts';
import { inParallel } from './verdict.ts';

const mutants = 350;
const leastVerdicts = 500;

/** Kinds that policies of the corpus are about. */
const kinds =
  /^(?:v1\/(?:Pod|PodTemplate|ReplicationController|Service|ConfigMap|Secret|ServiceAccount|PersistentVolumeClaim|ResourceQuota|LimitRange)|apps\/v1\/(?!Controller)|batch\/v1\/|networking\.k8s\.io\/v1\/(?:Ingress|NetworkPolicy)$|policy\/v1\/|autoscaling\/|rbac\.authorization\.k8s\.io\/v1\/Role)/;

/** Policies of ours on a real server, asked about objects of ours and mutated ones: who is refused or warned of, with which words? */
export async function prove(server: ApiServer, seed: number): Promise<Proved> {
  const bound = readPolicies();
  const objects = [...readObjects(), ...(await generated(server, seed))];
  const stage = await setUp(server, bound);
  try {
    const ask = openOurs(bound, stage, server.minor, await whoAmI(server));
    const rooms = [...new Set(bound.map(({ room }) => room))];
    const results = await inParallel(
      objects.flatMap((object) => rooms.map((room) => ({ object, room }))),
      async ({ object, room }) => {
        const names = bound.filter((one) => one.room === room).map(({ name }) => name);
        const sent = await send(server, object, room);
        if (sent === undefined) return undefined;
        const { answer, placed } = sent;
        const ours = ask(placed);
        const compared =
          room === 'refusing' ? compareRefusal(answer, ours, names) : compareWarnings(answer, ours, names);
        return { ...compared, object: placed };
      },
    );
    return report(
      results.filter((one) => one !== undefined),
      objects.length,
    );
  } finally {
    await stage.remove();
  }
}

/** Mutated objects that the server takes; the written ones come first. */
async function generated(server: ApiServer, seed: number): Promise<readonly JsonObject[]> {
  const accepted = (await acceptedBases(server)).objects;
  const bases = accepted.filter((base) => !isDerived(base) && kinds.test(`${base.apiVersion}/${base.kind}`));
  const made = generate(bases, mutants, seed).filter((one) => one.class !== 'doubled-key');
  return [...bases.map(({ object }) => object), ...made.map(({ text }) => parsedObject(text))];
}

async function send(server: ApiServer, object: JsonObject, room: string) {
  const { apiVersion, kind } = object as unknown as { apiVersion: string; kind: string };
  const namespace = namespaceOf(room);
  const collection =
    kind === 'Gauge'
      ? `/apis/${apiVersion}/namespaces/${namespace}/gauges`
      : server.collection(apiVersion, kind, namespace);
  if (collection === undefined || typeof object['metadata'] !== 'object' || object['metadata'] === null)
    return undefined;
  const metadata = collection.includes('/namespaces/')
    ? { ...(object['metadata'] as JsonObject), namespace }
    : object['metadata'];
  const placed: JsonObject = { ...object, metadata };
  const answer = await server.ask('POST', `${collection}?dryRun=All`, JSON.stringify(placed));
  return isInvalid(answer) ? undefined : { answer, placed };
}

async function whoAmI(server: ApiServer): Promise<JsonObject> {
  const review = { apiVersion: 'authentication.k8s.io/v1', kind: 'SelfSubjectReview' };
  const { body } = await server.ask(
    'POST',
    '/apis/authentication.k8s.io/v1/selfsubjectreviews',
    JSON.stringify(review),
  );
  return (body?.['status'] as { userInfo: JsonObject }).userInfo;
}

function report(results: readonly (Compared & { readonly object: JsonObject })[], objects: number): Proved {
  const sum = (count: (one: Compared) => number): number => results.reduce((all, one) => all + count(one), 0);
  const agreed = sum((one) => one.agreed);
  const denied = sum((one) => one.denied);
  const failed = results.flatMap(({ differences, object }) =>
    differences.map((text) => `${text} of ${JSON.stringify(object).slice(0, 600)}`),
  );
  if (agreed < leastVerdicts) failed.push(`only ${agreed} verdicts`);
  const unknown = new Map<string, number>();
  for (const text of results.flatMap((one) => one.unknown)) unknown.set(text, (unknown.get(text) ?? 0) + 1);
  return {
    name: 'admission policies',
    passed: agreed,
    failed: failed.slice(0, 20),
    notes: [
      `${objects} objects, ${results.length} times accepted or refused by a policy: ${agreed} verdicts of policies on objects that they are about, ${denied} of them denials`,
      `not known here: ${[...unknown.values()].reduce((all, one) => all + one, 0)}${[...unknown].map(([text, count]) => `; ${count} ${text}`).join('')}`,
    ],
  };
}
