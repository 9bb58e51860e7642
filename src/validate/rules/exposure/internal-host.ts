import { hostClaims, isWithin } from '../../../analysis/index.ts';
import type { SetObject } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';

const kinds: readonly string[] = [
  'networking.k8s.io/Ingress',
  'gateway.networking.k8s.io/HTTPRoute',
  'gateway.networking.k8s.io/GRPCRoute',
  'gateway.networking.k8s.io/TLSRoute',
];

export const internalHost = defineRule({
  id: 'internal-host',
  set: 'recommended',
  title: 'What is served inside is not served to the world by the same Ingress or route.',
  fix: 'Make two: one for the hosts of `domains.internal`, on the inner gateway or class, one for the others.',
  severity: 'error',
  needs: 'fleet',
  kinds,
  checkSet(world, report) {
    const { ingress: outer, internal: inner } = world.facts?.environment.domains ?? {};
    if (inner === undefined) return;
    // The deeper domain decides, where one lies in the other.
    const isInner = (host: string): boolean =>
      isWithin(host, inner) && !(outer !== undefined && isWithin(outer, inner) && isWithin(host, outer));
    const inside = new Map<SetObject, string>();
    const outside = new Map<SetObject, { readonly host: string; readonly pointer: string }>();
    for (const { object, host, pointer } of hostClaims(world)) {
      if (!kinds.includes(`${object.ref.group}/${object.ref.kind}`)) continue;
      if (isInner(host)) inside.set(object, host);
      else if (!outside.has(object)) outside.set(object, { host, pointer });
    }
    for (const [object, host] of inside) {
      const other = outside.get(object);
      if (other === undefined) continue;
      report(object, {
        messageId: 'both',
        message: `${object.ref.kind} ${object.ref.name} serves ${host}, which is internal, and ${other.host}, which is not`,
        pointer: other.pointer,
        seen: other.host,
        allowed: `*.${inner}`,
      });
    }
  },
});
