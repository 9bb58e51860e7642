import { otherVersions, servedKind } from './received.ts';
import type { Kinds, ServedKind } from './received.ts';
import { pluralOf } from './plural.ts';
import { parseApiVersion } from '../kernel/index.ts';
import type { AdmissionRequest, Json, OtherVersion, RequestNamespace } from './request.ts';

/** What is around an object on its cluster. */
export interface Surroundings extends Kinds {
  /** A Namespace as the server holds it; undefined when it is not known. */
  readonly namespace: (name: string) => Json | undefined;
  /** Other versions that a custom resource has, of the same group, as `<apiVersion>`. */
  readonly customVersions: (group: string, kind: string) => readonly string[];
}

export interface RequestFor {
  readonly request: AdmissionRequest;
  /** Undefined when nobody knows the kind: the object is as it was read. */
  readonly kind: ServedKind | undefined;
}

/** The request that creates an object, or puts it in the place of `old`. Neither is changed; they are read when a policy does. */
export function requestFor(object: Json, around: Surroundings, old?: Json): RequestFor {
  const { apiVersion, kind } = object;
  const [api, name] = [String(apiVersion), String(kind)];
  const served = servedKind(api, name, around);
  const receive = once((value: Json) => served?.receive(value) ?? value);
  const metadata = isRecord(object['metadata']) ? object['metadata'] : {};
  const resource = served?.resource ?? { ...parseApiVersion(api), kind: name, resource: pluralOf(name) };
  const others = [...otherVersions(resource, around.minor), ...around.customVersions(resource.group, name)];
  const request: AdmissionRequest = {
    operation: old === undefined ? 'CREATE' : 'UPDATE',
    resource,
    name: text(metadata['name']),
    namespace: namespaceOf(metadata, served, around),
    get object() {
      return receive(object);
    },
    ...(old === undefined ? {} : { oldObject: served?.receive(old) ?? old }),
    otherVersions: others
      .filter((version) => version !== api)
      .map((version) => otherVersion(version, name, { object, old, around })),
  };
  return { request, kind: served };
}

function namespaceOf(
  metadata: Json,
  served: ServedKind | undefined,
  { namespace }: Surroundings,
): RequestNamespace | undefined {
  const name = text(metadata['namespace']);
  if (served === undefined ? name === undefined : !served.namespaced) return undefined;
  return { name, object: name === undefined ? undefined : namespace(name) };
}

/** A server converts custom resources by changing the version alone, unless a webhook does; built-in kinds by its own code. */
function otherVersion(
  apiVersion: string,
  kind: string,
  { object, old, around }: { readonly object: Json; readonly old: Json | undefined; readonly around: Surroundings },
): OtherVersion {
  const served = servedKind(apiVersion, kind, around);
  const resource = served?.resource ?? { ...parseApiVersion(apiVersion), kind, resource: pluralOf(kind) };
  const isCustom = around.customKind(apiVersion, kind) !== undefined;
  if (!isCustom || served === undefined) return { resource, object: undefined };
  const convert = (one: Json): Json => served.receive({ ...one, apiVersion });
  return { resource, object: convert(object), ...(old === undefined ? {} : { oldObject: convert(old) }) };
}

function once(make: (value: Json) => Json): (value: Json) => Json {
  let made: Json | undefined;
  return (value) => (made ??= make(value));
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
