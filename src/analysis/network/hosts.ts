import { listOf, textOf } from '../loose.ts';
import type { SetObject } from '../set-object.ts';
import type { World } from '../world.ts';

/** A host name that an object takes for itself, and where it says so. */
export interface HostClaim {
  readonly object: SetObject;
  /** In small letters; `*.example.org` stands for one label and, in the Gateway API, for more. */
  readonly host: string;
  readonly pointer: string;
}

const gateway = 'gateway.networking.k8s.io';
const names = 'external-dns.alpha.kubernetes.io';

/** Kinds that say for which hosts they get traffic, or certificates, or records, `<group>/<Kind>`, and where. */
const places: readonly (readonly [kinds: readonly string[], hosts: (object: unknown) => readonly Found[]])[] = [
  [
    ['networking.k8s.io/Ingress'],
    (object) => [
      ...listOf(object, 'spec', 'rules').flatMap((rule, index) =>
        one(textOf(rule, 'host'), `/spec/rules/${index}/host`),
      ),
      ...listOf(object, 'spec', 'tls').flatMap((tls, index) =>
        listed(listOf(tls, 'hosts'), `/spec/tls/${index}/hosts`),
      ),
    ],
  ],
  [
    [`${gateway}/HTTPRoute`, `${gateway}/GRPCRoute`, `${gateway}/TLSRoute`],
    (object) => listed(listOf(object, 'spec', 'hostnames'), '/spec/hostnames'),
  ],
  [
    [`${gateway}/Gateway`, `${gateway}/ListenerSet`],
    (object) =>
      listOf(object, 'spec', 'listeners').flatMap((listener, index) =>
        one(textOf(listener, 'hostname'), `/spec/listeners/${index}/hostname`),
      ),
  ],
  [
    ['cert-manager.io/Certificate'],
    (object) => [
      ...one(textOf(object, 'spec', 'commonName'), '/spec/commonName'),
      ...listed(listOf(object, 'spec', 'dnsNames'), '/spec/dnsNames'),
    ],
  ],
  [
    ['externaldns.k8s.io/DNSEndpoint'],
    (object) =>
      listOf(object, 'spec', 'endpoints').flatMap((endpoint, index) =>
        one(textOf(endpoint, 'dnsName'), `/spec/endpoints/${index}/dnsName`),
      ),
  ],
];

/** Annotations with which external-dns makes records for an object, `,` between names. */
const annotations = [`${names}/hostname`, `${names}/internal-hostname`];

interface Found {
  readonly host: string;
  readonly pointer: string;
}

function one(host: string | undefined, pointer: string): readonly Found[] {
  return host === undefined ? [] : [{ host: host.toLowerCase().replace(/\.$/, ''), pointer }];
}

function listed(hosts: readonly unknown[], pointer: string): readonly Found[] {
  return hosts.flatMap((host, index) =>
    one(typeof host === 'string' && host !== '' ? host : undefined, `${pointer}/${index}`),
  );
}

/** Every host that anything of the set claims. */
export function hostClaims(world: World): readonly HostClaim[] {
  return world.view(makeClaims);
}

function makeClaims(world: World): readonly HostClaim[] {
  const claims: HostClaim[] = [];
  for (const [kinds, hostsOf] of places) {
    for (const object of kinds.flatMap((kind) => world.ofKind(kind))) {
      for (const found of hostsOf(object.object)) claims.push({ object, ...found });
    }
  }
  for (const object of world.objects) {
    for (const key of annotations) {
      const value = Object.hasOwn(object.annotations, key) ? (object.annotations[key] ?? '') : '';
      const pointer = `/metadata/annotations/${key.replaceAll('/', '~1')}`;
      for (const host of value.split(','))
        for (const found of one(host.trim(), pointer)) claims.push({ object, ...found });
    }
  }
  return claims.filter(({ host }) => host !== '');
}

/** Whether a host is a name or lies below it. */
export function isWithin(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

/** Whether a name of a certificate is good for a host: `*` stands for exactly one label, and for itself. */
export function coversHost(name: string, host: string): boolean {
  const [certified, asked] = [name.toLowerCase(), host.toLowerCase()];
  if (certified === asked) return true;
  if (!certified.startsWith('*.') || asked.startsWith('*.')) return false;
  const dot = asked.indexOf('.');
  return dot > 0 && asked.slice(dot) === certified.slice(1);
}
