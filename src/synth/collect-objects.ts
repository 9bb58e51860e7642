import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { formatLocation, formatObject, objectKey, UserError, type JsonObject, type Location } from '../kernel/index.ts';
import type { Unit } from '../model/types.ts';
import type { RenderedObject } from '../rendered/index.ts';
import { constructPathOf } from './build-failure.ts';
import type { UserCode } from './frames.ts';
import { readIdentity } from './identity.ts';
import { clusterKindsOf, placeObject } from './object-scope.ts';
import { findDropped, findInstance, findNotJson } from './plain-json.ts';

const jsonHint = 'Give strings, finite numbers, booleans, lists and plain objects only.';
const nameHint = "Give it `metadata.name`: no name is derived from a construct's id.";

interface Collecting {
  readonly unit: Unit;
  readonly found: readonly ApiObject[];
  readonly frames: ReadonlyMap<IConstruct, string>;
  readonly chartNamespace: string;
  readonly code: UserCode;
}

interface Collected {
  readonly objects: readonly RenderedObject[];
  readonly errors: readonly UserError[];
}

/** The API objects of one unit as plain JSON with a checked identity, in the order in which they were made; every problem at once. */
export function collectObjects(from: Collecting): Collected {
  const errors: UserError[] = [];
  const objects: RenderedObject[] = [];
  const jsons = from.found.map((node) => toJson(node, from, errors));
  const clusterKinds = clusterKindsOf(jsons);
  const byKey = new Map<string, RenderedObject>();
  from.found.forEach((node, index) => {
    const json = jsons[index];
    if (json === undefined) return;
    if (!isNamed(node)) {
      errors.push(problem(from, node, 'invalid-object', `${kindOf(json)} has no name`, nameHint));
      return;
    }
    const identity = readIdentity(json);
    if ('problem' in identity) {
      errors.push(problem(from, node, 'invalid-object', `${kindOf(json)} ${identity.problem}`, identity.hint));
      return;
    }
    const placed = placeObject({ node, json, ref: identity.ref, namespace: from.chartNamespace, clusterKinds });
    if ('problem' in placed) {
      errors.push(problem(from, node, 'namespace-on-cluster-scoped', placed.problem, placed.hint));
      return;
    }
    const frame = from.frames.get(node);
    const constructPath = constructPathOf(node.node.path) ?? '';
    const object = { ...placed, provenance: frame === undefined ? { constructPath } : { constructPath, frame } };
    const twin = byKey.get(objectKey(object.ref));
    if (twin === undefined) {
      byKey.set(objectKey(object.ref), object);
      objects.push(object);
    } else {
      errors.push(duplicate(from, object, twin));
    }
  });
  return { objects, errors };
}

function toJson(node: ApiObject, from: Collecting, errors: UserError[]): JsonObject | undefined {
  let json: unknown;
  let dropped: string | undefined;
  try {
    json = node.toJson();
    // cdk8s-plus's generated classes override toJson and copy only the fields that they know.
    if (node.toJson !== ApiObject.prototype.toJson) {
      dropped = findDropped(ApiObject.prototype.toJson.call(node), json);
    }
  } catch (error) {
    errors.push(unserialisable(error, node, from));
    return undefined;
  }
  if (dropped !== undefined) {
    const hint = `${node.constructor.name} does not know this field of its kind. Use a construct of keelson, or ApiObject.`;
    errors.push(problem(from, node, 'dropped-field', `${node.kind} ${node.name} loses its field ${dropped}`, hint));
  }
  const bad = findNotJson(json);
  if (bad === undefined) return json as JsonObject;
  const text = `${node.kind} ${node.name} has ${bad.seen} at ${bad.pointer === '' ? '/' : bad.pointer}`;
  errors.push(problem(from, node, 'not-json', text, jsonHint));
  return undefined;
}

/** What cdk8s says when it meets a value that it cannot write: it names the class, and not where. */
function unserialisable(error: unknown, node: ApiObject, from: Collecting): UserError {
  const text = error instanceof Error ? error.message : String(error);
  const className = /can't render non-simple object of type '(.+)'/.exec(text)?.[1];
  const pointer = className === undefined ? undefined : findInstance(Reflect.get(node, 'props'), className);
  if (pointer === undefined) return problem(from, node, 'construct-failed', text, jsonHint);
  const seen = `${node.kind} ${node.name} has an instance of ${className} at ${pointer}`;
  return problem(from, node, 'not-json', seen, jsonHint);
}

/** cdk8s gives an object without a name one that it makes of construct ids, which then nobody may rename any more. */
function isNamed(node: ApiObject): boolean {
  const given = Reflect.get(node, 'props') as { readonly metadata?: { readonly name?: string } } | undefined;
  return given === undefined || (given.metadata?.name ?? '') !== '';
}

function duplicate(from: Collecting, object: RenderedObject, twin: RenderedObject): UserError {
  const paths = [twin, object].map((one) => {
    const location = locate(one.provenance.frame, from);
    return location === undefined
      ? one.provenance.constructPath
      : `${one.provenance.constructPath} (${formatLocation(location)})`;
  });
  return new UserError({
    code: 'duplicate-object',
    message: `${from.unit.ref.id}: two constructs make ${formatObject(object.ref)}: ${paths.join(' and ')}`,
    hint: 'Give one of them another name, or make it once.',
    location: locate(object.provenance.frame, from) ?? from.unit.declared,
  });
}

function problem(from: Collecting, node: IConstruct, code: string, text: string, hint: string): UserError {
  const path = constructPathOf(node.node.path) ?? '';
  return new UserError({
    code,
    message: `${from.unit.ref.id}: ${text} (construct ${path})`,
    hint,
    location: locate(from.frames.get(node), from) ?? from.unit.declared,
  });
}

function locate(frame: string | undefined, from: Collecting): Location | undefined {
  return frame === undefined ? undefined : from.code.locate(frame);
}

function kindOf(json: JsonObject): string {
  return typeof json['kind'] === 'string' ? json['kind'] : 'an object';
}
