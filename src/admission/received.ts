import { prepareMetadata, receivedMetadata, receivedObject } from '../api-server/index.ts';
import { parseApiVersion } from '../kernel/index.ts';
import { builtInKind, builtInKinds, decode, judgeCustomResource } from '../schema/index.ts';
import type { CustomResourceSchema } from '../schema/index.ts';
import { pluralOf } from './plural.ts';
import type { Json, Resource } from './request.ts';

/** What is known of kinds: of which version the server is, and which definitions it has. */
export interface Kinds {
  readonly minor: number;
  readonly customKind: (apiVersion: string, kind: string) => CustomResourceSchema | undefined;
}

/** A kind as a server serves it. */
export interface ServedKind {
  readonly resource: Resource;
  readonly namespaced: boolean;
  /** All that is known of its schema is what names and defaults it has. */
  readonly factsOnly: boolean;
  /** An object of the kind as the server holds it when its policies are asked. */
  readonly receive: (object: Json) => Json;
}

/** Undefined for a kind that nobody knows. */
export function servedKind(apiVersion: string, kind: string, { minor, customKind }: Kinds): ServedKind | undefined {
  const { group, version } = parseApiVersion(apiVersion);
  const builtIn = builtInKind(apiVersion, kind, minor);
  if (builtIn !== undefined) {
    const { type, namespaced } = builtIn;
    return {
      resource: { group, version, kind, resource: pluralOf(kind) },
      namespaced,
      factsOnly: false,
      receive: (object) => receivedObject(decoded(object, type, minor), { type, minor }),
    };
  }
  const custom = customKind(apiVersion, kind);
  if (custom === undefined) return undefined;
  return {
    resource: { group, version, kind, resource: custom.plural },
    namespaced: custom.namespaced,
    factsOnly: custom.factsOnly === true,
    receive: (object) => {
      const received: Record<string, unknown> = { ...judgeCustomResource(object, custom, minor).object };
      const metadata = receivedMetadata(object['metadata'], minor);
      prepareMetadata(metadata, true);
      return { ...received, metadata };
    },
  };
}

function decoded(object: Json, type: string, minor: number): Json {
  return decode(object, type, minor).object as Json;
}

/** Other versions in which a server has the same resource, as `<apiVersion>`. */
export function otherVersions({ group, version, kind }: Resource, minor: number): readonly string[] {
  return builtInKinds(minor)
    .filter((id) => id.startsWith(`${group}/`) && id.endsWith(`/${kind}`) && id !== `${group}/${version}/${kind}`)
    .map((id) => id.slice(0, -kind.length - 1));
}
