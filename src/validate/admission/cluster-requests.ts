import { requestFor, servedKind } from '../../admission/index.ts';
import type { AdmissionRequest, Json, Kinds, ParamQuery, ParamSource, Surroundings } from '../../admission/index.ts';
import { selects } from '../../analysis/index.ts';
import type { SetObject, World } from '../../analysis/index.ts';
import { parseApiVersion } from '../../kernel/index.ts';
import { sentByArgo } from './tracking.ts';

/** The request that brings an object of the set to its cluster. */
export interface ObjectRequest {
  readonly object: SetObject;
  readonly request: AdmissionRequest;
  /** Why nothing certain can be said of it: nobody knows its kind, or not all of its schema. */
  readonly doubt: 'schema-missing' | 'facts-only' | undefined;
}

export interface ClusterRequests {
  /** By `<group>/<resource>`. */
  readonly byResource: ReadonlyMap<string, readonly ObjectRequest[]>;
  readonly params: ParamSource;
}

/** For `world.view`: every object once, however many policies there are. */
export function clusterRequests(world: World): ClusterRequests {
  const kinds: Kinds = { minor: world.minor, customKind: (apiVersion, kind) => world.customKind(apiVersion, kind) };
  const namespaces = new Map<string, Json | undefined>();
  const versions = customVersions(world);
  const around: Surroundings = {
    ...kinds,
    namespace(name) {
      if (!namespaces.has(name)) {
        const found = world.find('/Namespace', undefined, name);
        namespaces.set(name, found === undefined ? undefined : receive(found, kinds));
      }
      return namespaces.get(name);
    },
    customVersions: (group, kind) => versions.get(`${group}/${kind}`) ?? [],
  };
  const byResource = new Map<string, ObjectRequest[]>();
  for (const object of world.objects) {
    const { request, kind } = requestFor(sentByArgo(object), around);
    const doubt = kind === undefined ? 'schema-missing' : kind.factsOnly ? 'facts-only' : undefined;
    const key = `${request.resource.group}/${request.resource.resource}`;
    const others = byResource.get(key);
    if (others === undefined) byResource.set(key, [{ object, request, doubt }]);
    else others.push({ object, request, doubt });
  }
  return { byResource, params: paramsIn(world, kinds) };
}

function receive(object: SetObject, kinds: Kinds): Json {
  const { apiVersion, ref } = object;
  return servedKind(apiVersion, ref.kind, kinds)?.receive(object.object) ?? object.object;
}

/** The versions that the set's definitions serve, as `<apiVersion>`, by `<group>/<Kind>`. */
function customVersions(world: World): ReadonlyMap<string, readonly string[]> {
  const versions = new Map<string, string[]>();
  for (const { object } of world.ofKind('apiextensions.k8s.io/CustomResourceDefinition')) {
    const {
      group,
      names,
      versions: own = [],
    } = (object['spec'] ?? {}) as {
      readonly group?: string;
      readonly names?: { readonly kind?: string };
      readonly versions?: readonly { readonly name?: string; readonly served?: boolean }[];
    };
    const served = own.filter((version) => version.served === true).map(({ name }) => `${group ?? ''}/${name ?? ''}`);
    versions.set(`${group ?? ''}/${names?.kind ?? ''}`, served);
  }
  return versions;
}

function paramsIn(world: World, kinds: Kinds): ParamSource {
  return {
    isNamespaced: ({ apiVersion = '', kind = '' }) => servedKind(apiVersion, kind, kinds)?.namespaced,
    find({ kind: { apiVersion = '', kind = '' }, namespace, name, selector }: ParamQuery) {
      const id = `${parseApiVersion(apiVersion).group}/${kind}`;
      const there =
        name === undefined
          ? world.inNamespace(id, namespace).filter(({ labels }) => selects(selector ?? {}, labels))
          : [world.find(id, namespace, name)].filter((one) => one !== undefined);
      // Which is there may be another's to say: files of a folder are not all that a cluster has.
      const outside = world.outside.some((one) => one.kind === id);
      if (there.length === 0 && (world.facts === undefined || outside)) {
        return `the parameters of the policy, ${kind}${name === undefined ? '' : ` ${name}`}, are not in the set`;
      }
      return there.map((object) => receive(object, kinds));
    },
  };
}
