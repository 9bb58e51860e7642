import type { SetObject } from '../set-object.ts';
import type { World } from '../world.ts';
import { memberOf, listOf, textOf } from '../loose.ts';

const gateway = 'gateway.networking.k8s.io';

/** One listener of a Gateway or ListenerSet. */
export interface Listener {
  readonly object: SetObject;
  readonly pointer: string;
  readonly name: string | undefined;
  readonly hostname: string | undefined;
  readonly protocol: string;
  /** Names of the certificates that it shows; undefined when one of them is not made by a Certificate of the set. */
  readonly certified: readonly string[] | undefined;
}

/** A certificate that cert-manager puts into a Secret of the same namespace. */
export interface Issued {
  readonly object: SetObject;
  readonly names: readonly string[];
}

export interface Listeners {
  /** Those that a route asks for, by a `parentRef` of it. */
  readonly askedBy: (route: SetObject, parentRef: unknown) => readonly Listener[];
  readonly all: readonly Listener[];
  /** What is issued into a Secret. */
  readonly issuedInto: (namespace: string | undefined, secret: string) => Issued | undefined;
}

export function listenersOf(world: World): Listeners {
  return world.view(makeListeners);
}

function makeListeners(world: World): Listeners {
  const issued = new Map<string, Issued>();
  for (const object of world.ofKind('cert-manager.io/Certificate')) {
    const secret = textOf(object.object, 'spec', 'secretName');
    if (secret === undefined) continue;
    const names = [memberOf(object.object, 'spec', 'commonName'), ...listOf(object.object, 'spec', 'dnsNames')];
    issued.set(`${object.ref.namespace ?? ''}/${secret}`, {
      object,
      names: names.filter((name) => typeof name === 'string' && name !== '') as readonly string[],
    });
  }
  const issuedInto = (namespace: string | undefined, secret: string): Issued | undefined =>
    issued.get(`${namespace ?? ''}/${secret}`);

  const byHolder = new Map<string, readonly Listener[]>();
  for (const kind of ['Gateway', 'ListenerSet']) {
    for (const object of world.ofKind(`${gateway}/${kind}`)) {
      const listeners = listOf(object.object, 'spec', 'listeners').map((listener, index) => ({
        object,
        pointer: `/spec/listeners/${index}`,
        name: textOf(listener, 'name'),
        hostname: textOf(listener, 'hostname')?.toLowerCase(),
        protocol: textOf(listener, 'protocol') ?? '',
        certified: certifiedBy(listener, object, issuedInto),
      }));
      byHolder.set(`${kind}/${object.ref.namespace ?? ''}/${object.ref.name}`, listeners);
    }
  }
  return {
    issuedInto,
    all: [...byHolder.values()].flat(),
    askedBy(route, parentRef) {
      const namespace = textOf(parentRef, 'namespace') ?? route.ref.namespace ?? '';
      const holder = `${textOf(parentRef, 'kind') ?? 'Gateway'}/${namespace}/${textOf(parentRef, 'name') ?? ''}`;
      const section = textOf(parentRef, 'sectionName');
      return (byHolder.get(holder) ?? []).filter(({ name }) => section === undefined || section === name);
    },
  };
}

function certifiedBy(
  listener: unknown,
  { ref }: SetObject,
  issuedInto: Listeners['issuedInto'],
): readonly string[] | undefined {
  const references = listOf(listener, 'tls', 'certificateRefs');
  const found = references.map((reference) =>
    issuedInto(textOf(reference, 'namespace') ?? ref.namespace, textOf(reference, 'name') ?? ''),
  );
  return found.length === 0 || found.includes(undefined) ? undefined : found.flatMap((one) => one?.names ?? []);
}

/** Whether a route's host can come in at a listener's: `*` of the Gateway API stands for one label or more. */
export function meetsListener(host: string, hostname: string | undefined): boolean {
  if (hostname === undefined || hostname === host) return true;
  if (hostname.startsWith('*.') && host.endsWith(hostname.slice(1))) return true;
  return host.startsWith('*.') && hostname.endsWith(host.slice(1));
}
