import type { JsonObject } from '#src/kernel/index.ts';
import { acceptedBases } from './accepted.ts';
import { compareRefusal, compareWarnings, isInvalid } from './admission/compare.ts';
import type { Compared } from './admission/compare.ts';
import { readObjects, readPolicies } from './admission/corpus.ts';
import { openOurs } from './admission/ours.ts';
import { rendered, renderedPolicies } from './admission/reference.ts';
import { namespaceOf, setUp } from './admission/stage.ts';
import type { ApiServer } from './api-server.ts';
import { isDerived } from './derive.ts';
import { generate, parsedObject } from './generate.ts';
import type { Proved } from './proved.ts';
import { inParallel } from './verdict.ts';

const mutants = 300;
const leastVerdicts = 500;

/** Kinds that policies of the corpus are about. */
const kinds =
  /^(?:v1\/(?:Pod|PodTemplate|ReplicationController|Service|ConfigMap|Secret|ServiceAccount|PersistentVolumeClaim|ResourceQuota|LimitRange)|apps\/v1\/(?!Controller)|batch\/v1\/|networking\.k8s\.io\/v1\/(?:Ingress|NetworkPolicy)$|policy\/v1\/|autoscaling\/|rbac\.authorization\.k8s\.io\/v1\/Role)/;

/** Policies of ours on a real server, asked about objects of ours and mutated ones: who is refused or warned of, with which words? */
export async function prove(server: ApiServer, seed: number): Promise<Proved> {
  const all = [...readPolicies(), ...renderedPolicies()];
  const objects = [...readObjects(), ...(await generated(server, seed)), ...rendered(seed)];
  const stage = await setUp(server, all);
  const bound = all.filter(({ name }) => !stage.without.has(name));
  try {
    const ask = openOurs(bound, stage, server.minor, await whoAmI(server));
    const rooms = [...new Set(bound.map(({ room }) => room))];
    const results = await inParallel(
      objects.flatMap((object) => rooms.filter((room) => fits(object, room)).map((room) => ({ object, room }))),
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
      stage.without,
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

/** Argo CD's objects are for its own namespace, the others for the rest. */
function fits({ apiVersion }: JsonObject, room: string): boolean {
  const isArgo = typeof apiVersion === 'string' && apiVersion.startsWith('argoproj.io/');
  return isArgo === (room === 'argocd');
}

async function send(server: ApiServer, object: JsonObject, room: string) {
  const { apiVersion, kind } = object as unknown as { apiVersion: string; kind: string };
  const namespace = namespaceOf(room);
  const plural = own.get(kind);
  const collection =
    plural === undefined
      ? server.collection(apiVersion, kind, namespace)
      : `/apis/${apiVersion}/namespaces/${namespace}/${plural}`;
  if (collection === undefined || typeof object['metadata'] !== 'object' || object['metadata'] === null)
    return undefined;
  const metadata = collection.includes('/namespaces/')
    ? { ...(object['metadata'] as JsonObject), namespace }
    : object['metadata'];
  const placed: JsonObject = { ...object, metadata };
  const answer = await server.ask('POST', `${collection}?dryRun=All`, JSON.stringify(placed));
  return isInvalid(answer) ? undefined : { answer, placed };
}

/** Of definitions that the proof may have stored itself. */
const own = new Map([
  ['Gauge', 'gauges'],
  ['Application', 'applications'],
  ['AppProject', 'appprojects'],
  ['ApplicationSet', 'applicationsets'],
]);

async function whoAmI(server: ApiServer): Promise<JsonObject> {
  const review = { apiVersion: 'authentication.k8s.io/v1', kind: 'SelfSubjectReview' };
  const { body } = await server.ask(
    'POST',
    '/apis/authentication.k8s.io/v1/selfsubjectreviews',
    JSON.stringify(review),
  );
  const { userInfo = {} } = (body?.['status'] ?? {}) as { readonly userInfo?: JsonObject };
  return userInfo;
}

function report(
  results: readonly (Compared & { readonly object: JsonObject })[],
  objects: number,
  without: ReadonlySet<string>,
): Proved {
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
    failed: failed.slice(0, 30),
    notes: [
      ...[...without].map((name) => `${name} was not asked: the server found no parameters`),
      `${objects} objects, ${results.length} times accepted or refused by a policy: ${agreed} verdicts of policies on objects that they are about, ${denied} of them denials`,
      `not known here: ${[...unknown.values()].reduce((all, one) => all + one, 0)}${[...unknown].map(([text, count]) => `; ${count} ${text}`).join('')}`,
    ],
  };
}
