import { itemsOf, textOf } from '../../../analysis/index.ts';
import { formatObject } from '../../../kernel/index.ts';
import { defineRule } from '../../rule.ts';
import { placeOf, referencesIn, want } from './ends.ts';

const annotation = 'traefik.ingress.kubernetes.io/router.middlewares';
const kinds = ['traefik.io/Middleware', 'traefik.containo.us/Middleware'] as const;

export const middlewareExists = defineRule({
  id: 'middleware-exists',
  set: 'reference',
  title: 'The middlewares of Traefik that a route or an Ingress names are there.',
  fix: 'Name a Middleware as `<namespace>-<name>@kubernetescrd` in the annotation, or by name and namespace in an IngressRoute.',
  severity: 'error',
  kinds: ['networking.k8s.io/Ingress', 'traefik.io/IngressRoute'],
  checkSet(world, report) {
    const index = referencesIn(world);
    const all = kinds.flatMap((kind) => index.all(kind, undefined));
    const known = new Set(all.map(({ namespace = '', name = '' }) => `${namespace}-${name}`));
    for (const from of world.ofKind('networking.k8s.io/Ingress')) {
      const named = (from.annotations[annotation] ?? '').split(',').map((text) => text.trim());
      for (const middleware of named) {
        const [name = '', provider] = middleware.split('@');
        if (provider !== 'kubernetescrd' || known.has(name)) continue;
        // In plain files the namespace may be left out, and the middlewares elsewhere.
        if (world.facts === undefined && (all.length === 0 || all.some((one) => one.namespace === undefined))) continue;
        report(from, {
          messageId: 'missing',
          message: `${formatObject(from.ref)}: annotation ${annotation} names Middleware ${name}, which ${placeOf(world)} not have`,
          pointer: `/metadata/annotations/${annotation.replace('/', '~1')}`,
          seen: middleware,
        });
      }
    }
    for (const from of world.ofKind('traefik.io/IngressRoute')) {
      for (const [place, route] of itemsOf(from.object, 'spec', 'routes')) {
        for (const [at, middleware] of itemsOf(route, 'middlewares')) {
          const name = textOf(middleware, 'name');
          if (name === undefined || name.includes('@')) continue;
          const pointer = `/spec/routes/${place}/middlewares/${at}/name`;
          const namespace = textOf(middleware, 'namespace') ?? from.ref.namespace;
          want(index, report, { from, part: 'middlewares', pointer, kind: kinds[0], namespace, name, alone: 'never' });
        }
      }
    }
  },
});
