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
  let next: JsonValue = object;
  for (const { field, message: said } of causes) {
    const required = said.startsWith('Required');
    const named = field === '<nil>' ? (/"([^" ]+)" must/.exec(said)?.[1] ?? '') : field;
    const path = partsOf(named);
    // A union wants fewer members; what is required and missing takes its owner along.
    if (field === '<nil>') next = withoutOneMember(next, path);
    else next = removed(next, required ? path.slice(0, -1) : path);
    if (next !== object) break;
  }
  if (causes.length === 0) {
    const unknown = /unknown field "([^"]+)"/.exec(message)?.[1];
    if (unknown !== undefined) next = removed(next, partsOf(unknown));
  }
  return next as JsonObject;
}

function withoutOneMember(root: JsonValue, path: readonly (string | number)[]): JsonValue {
  const value = valueAt(root, path);
  if (isObject(value) && Object.keys(value).length > 1) {
    return withValue(root, [...path, Object.keys(value).at(-1) ?? ''], undefined);
  }
  return removed(root, path);
}

/** With the nearest owner that is there when the place itself is not; an empty list or object goes with its last part. */
function removed(root: JsonValue, path: readonly (string | number)[]): JsonValue {
  let place = path;
  while (place.length > 1 && valueAt(root, place) === undefined) place = place.slice(0, -1);
  const owner = valueAt(root, place.slice(0, -1));
  if (isList(owner) && owner.length === 1 && place.length > 2) return removed(root, place.slice(0, -1));
  return place.length < 1 || ['apiVersion', 'kind', 'metadata'].includes(String(place[0]))
    ? root
    : withValue(root, place, undefined);
}

function partsOf(field: string): readonly (string | number)[] {
  return [...field.matchAll(/\[(\d+)\]|\[([^\]]*)\]|([^.[\]]+)/g)].map(([, position, key, name]) =>
    position === undefined ? (key ?? name ?? '') : Number(position),
  );
}
