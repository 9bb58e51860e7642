import { readDefinition } from '../../../../src/schema/index.ts';
import type { CustomResourceSchema } from '../../../../src/schema/index.ts';
import type { JsonObject, JsonValue } from '#src/kernel/index.ts';
import { strictDryRun, type ApiServer } from '../api-server.ts';
import type { Base } from '../bases.ts';
import { isList, isObject, valueAt, withValue } from '../sites.ts';
import { inParallel, namespace, verdictOf, type Verdict } from '../verdict.ts';
import { fillValue } from './fill-schema.ts';

/** Objects of one kind are made until they hold all its fields, or this many. */
const mostObjects = 6;
const mostFields = 250;
const mostRepairs = 120;

/** The definitions that a server has, each version that it serves. */
export async function servedDefinitions(server: ApiServer): Promise<readonly CustomResourceSchema[]> {
  const { body } = await server.ask('GET', '/apis/apiextensions.k8s.io/v1/customresourcedefinitions');
  const items = (body?.['items'] ?? []) as readonly JsonObject[];
  // Items of a list do not say what they are.
  const type = { apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition' };
  return items.flatMap(({ spec }) => readDefinition({ ...type, spec })).filter(({ served }) => served);
}

/** Objects made of the definitions' schemas, which the server accepts after what it refused was taken out of them. */
export async function customBases(
  server: ApiServer,
  definitions: readonly CustomResourceSchema[],
): Promise<readonly Base[]> {
  const made = await inParallel(definitions, (definition) => basesOf(server, definition), 8);
  return made.flat();
}

async function basesOf(server: ApiServer, definition: CustomResourceSchema): Promise<readonly Base[]> {
  const seen = new Set<string>();
  const bases: Base[] = [];
  const apiVersion = `${definition.group}/${definition.version}`;
  for (let count = 0; count < mostObjects; count += 1) {
    const before = seen.size;
    const filled = fillValue(definition.schema ?? {}, '', { fields: mostFields, seen });
    const { metadata: _, status: __, ...rest } = isObject(filled) ? filled : {};
    const draft: JsonObject = { ...rest, apiVersion, kind: definition.kind, metadata: { name: `full-${count}` } };
    const object = await repaired(server, definition, draft);
    if (object !== undefined) bases.push({ file: 'made', apiVersion, kind: definition.kind, object });
    if (seen.size === before) break;
  }
  return bases;
}

/** Takes out what the server refuses, until it accepts the rest. */
async function repaired(
  server: ApiServer,
  { group, version, kind }: CustomResourceSchema,
  draft: JsonObject,
): Promise<JsonObject | undefined> {
  const collection = server.collection(`${group}/${version}`, kind, namespace);
  if (collection === undefined) return undefined;
  let object = draft;
  for (let tries = 0; tries < mostRepairs; tries += 1) {
    const answer = await server.ask('POST', `${collection}?${strictDryRun}`, JSON.stringify(object));
    const verdict = verdictOf(answer, object);
    if (verdict.status < 300) return object;
    const next = without(object, verdict);
    if (next === object) return undefined;
    object = next;
  }
  return undefined;
}

function without(object: JsonObject, { causes, message }: Verdict): JsonObject {
  for (const { field, message: said } of causes) {
    const named = field === '<nil>' ? (/"([^" ]+)" must/.exec(said)?.[1] ?? '') : field;
    const path = partsOf(named);
    const value = valueAt(object, path);
    // What a rule or a union says of an object wants fewer members; what is required and missing takes its owner along.
    const next =
      isObject(value) && Object.keys(value).length > 1
        ? withoutOneMember(object, path, said)
        : removed(object, said.startsWith('Required') ? path.slice(0, -1) : path);
    if (next !== object) return next as JsonObject;
  }
  const unknown = causes.length > 0 ? undefined : /unknown field "([^"]+)"/.exec(message)?.[1];
  return unknown === undefined ? object : (removed(object, partsOf(unknown)) as JsonObject);
}

/** The last one that the message speaks of, else the last one. */
function withoutOneMember(root: JsonObject, path: readonly (string | number)[], said: string): JsonValue {
  const names = Object.keys(valueAt(root, path) as JsonObject).filter((name) => !kept.has(name));
  const spoken = names.filter((name) => new RegExp(`\\b${name}\\b`).test(said));
  const name = spoken.at(-1) ?? names.at(-1);
  return name === undefined ? root : withValue(root, [...path, name], undefined);
}

const kept: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata']);

/** With the nearest owner that is there when the place itself is not; an empty list or object goes with its last part. */
function removed(root: JsonValue, path: readonly (string | number)[]): JsonValue {
  let place = path;
  while (place.length > 1 && valueAt(root, place) === undefined) place = place.slice(0, -1);
  const owner = valueAt(root, place.slice(0, -1));
  if (isList(owner) && owner.length === 1 && place.length > 2) return removed(root, place.slice(0, -1));
  return place.length < 1 || kept.has(String(place[0])) ? root : withValue(root, place, undefined);
}

function partsOf(field: string): readonly (string | number)[] {
  return [...field.matchAll(/\[(\d+)\]|\[([^\]]*)\]|([^.[\]]+)/g)].map(([, position, key, name]) =>
    position === undefined ? (key ?? name ?? '') : Number(position),
  );
}
