import type { Ingress } from '../../schema/types/networking-v1.ts';
import type { SetObject } from '../set-object.ts';
import type { World } from '../world.ts';
import { memberOf, listOf, textOf } from '../loose.ts';

/** A host and path that an Ingress or an HTTPRoute answers. */
export interface ServedPath {
  readonly object: SetObject;
  readonly pointer: string;
  /** Empty: every host. */
  readonly host: string;
  /** `/shop (Prefix)`, and what else a request must have. */
  readonly path: string;
  /** Who answers: the same for two paths that get in each other's way. */
  readonly server: string;
}

export function servedPaths(world: World): readonly ServedPath[] {
  return world.view(makePaths);
}

function makePaths(world: World): readonly ServedPath[] {
  return [
    ...world
      .ofKind('networking.k8s.io/Ingress')
      .filter(({ apiVersion }) => apiVersion === 'networking.k8s.io/v1')
      .flatMap(ofIngress),
    ...world.ofKind('gateway.networking.k8s.io/HTTPRoute').flatMap(ofRoute),
  ];
}

function ofIngress(object: SetObject): readonly ServedPath[] {
  const { metadata, spec } = object.object as Ingress;
  const annotations = metadata?.annotations ?? {};
  // A canary answers a part of what another Ingress answers, on purpose.
  if (Object.entries(annotations).some(([key, value]) => key.endsWith('/canary') && value === 'true')) return [];
  const server = `Ingress ${spec?.ingressClassName ?? annotations['kubernetes.io/ingress.class'] ?? ''}`;
  return (spec?.rules ?? []).flatMap(({ host = '', http }, rule) =>
    (http?.paths ?? []).map(({ path = '/', pathType = '' }, index) => ({
      object,
      pointer: `/spec/rules/${rule}/http/paths/${index}`,
      host: host.toLowerCase(),
      path: `${path} (${pathType})`,
      server,
    })),
  );
}

function ofRoute(object: SetObject): readonly ServedPath[] {
  const hosts = listOf(object.object, 'spec', 'hostnames').filter((host) => typeof host === 'string');
  const parents = listOf(object.object, 'spec', 'parentRefs').map((parent) =>
    JSON.stringify([
      textOf(parent, 'kind') ?? 'Gateway',
      textOf(parent, 'namespace') ?? object.ref.namespace,
      textOf(parent, 'name'),
      memberOf(parent, 'sectionName'),
      memberOf(parent, 'port'),
    ]),
  );
  return listOf(object.object, 'spec', 'rules').flatMap((rule, index) => {
    const matches = listOf(rule, 'matches');
    const pointer = `/spec/rules/${index}`;
    return (matches.length === 0 ? [undefined] : matches).flatMap((match, place) =>
      (hosts.length === 0 ? [''] : hosts).flatMap((host) =>
        parents.map((server) => ({
          object,
          pointer: match === undefined ? pointer : `${pointer}/matches/${place}`,
          host: host.toLowerCase(),
          path: pathOf(match),
          server,
        })),
      ),
    );
  });
}

function pathOf(match: unknown): string {
  const type = textOf(match, 'path', 'type') ?? 'PathPrefix';
  const rest = ['method', 'headers', 'queryParams'].flatMap((key) => {
    const value = memberOf(match, key);
    return value === undefined || value === null ? [] : [`${key} ${JSON.stringify(value)}`];
  });
  return [`${textOf(match, 'path', 'value') ?? '/'} (${type === 'PathPrefix' ? 'Prefix' : type})`, ...rest].join(', ');
}
