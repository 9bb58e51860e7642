import { Construct } from 'constructs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ConfigMap,
  CronJob,
  Deployment,
  HttpRoute,
  Namespace,
  NetworkPolicy,
  PodDisruptionBudget,
  Service,
  ServiceAccount,
  ServiceMonitor,
  restrictedPod,
} from '#src/constructs/index.ts';
import { objectsOf } from './objects.ts';

const labels = { 'app.kubernetes.io/name': 'till' };
const metadata = { name: 'till', labels };
const template = {
  metadata: { labels },
  spec: restrictedPod({
    containers: [{ name: 'till', image: 'registry.example/till@sha256:0', resources: { requests: { cpu: '1' } } }],
  }),
};
const selector = { matchLabels: labels };

/** One maker per kind: what is made must not depend on where and under which id. */
const makers: readonly ((scope: Construct, id: string) => unknown)[] = [
  (scope, id) => new Deployment(scope, id, { metadata, spec: { selector, template } }),
  (scope, id) =>
    new CronJob(scope, id, { metadata, spec: { schedule: '0 * * * *', jobTemplate: { spec: { template } } } }),
  (scope, id) =>
    new Service(scope, id, {
      metadata,
      spec: { selector: labels, ports: [{ name: 'http', port: 80, targetPort: 8080, protocol: 'TCP' }] },
    }),
  (scope, id) => new ServiceAccount(scope, id, { metadata }),
  (scope, id) => new ConfigMap(scope, id, { metadata, data: { key: 'value' } }),
  (scope, id) => new Namespace(scope, id, { metadata }),
  (scope, id) => new NetworkPolicy(scope, id, { metadata, spec: { podSelector: {}, policyTypes: ['Ingress'] } }),
  (scope, id) => new PodDisruptionBudget(scope, id, { metadata, spec: { selector, maxUnavailable: 1 } }),
  (scope, id) => new ServiceMonitor(scope, id, { metadata, spec: { selector, endpoints: [{ port: 'http' }] } }),
  (scope, id) =>
    new HttpRoute(scope, id, {
      metadata,
      spec: {
        parentRefs: [{ group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'public' }],
        rules: [{ matches: [{ path: { type: 'PathPrefix', value: '/' } }] }],
      },
    }),
];

const id = fc.stringMatching(/^[A-Za-z][A-Za-z0-9 _.-]{0,12}$/);

/** Every object at a path of its own: a chain of parents and an id. */
const places = fc.uniqueArray(fc.tuple(fc.array(id, { maxLength: 4 }), id), {
  minLength: makers.length,
  maxLength: makers.length,
  selector: ([parents, own]) => [...parents, own].join('/'),
});

test('renaming and re-parenting constructs gives the same objects', () => {
  const plain = objectsOf((scope) => makers.forEach((make, index) => make(scope, `object-${index}`))).map(text);
  expect(plain).toHaveLength(makers.length);
  fc.assert(
    fc.property(places, (paths) => {
      const moved = objectsOf((scope) =>
        makers.forEach((make, index) => {
          const [parents, own] = paths[index] ?? [[], ''];
          // Parents and objects live in names of their own, so that a parent never is another's object.
          const parent = parents.reduce(
            (above, name) => above.node.tryFindChild(`in ${name}`) ?? new Construct(above, `in ${name}`),
            scope,
          );
          make(parent, own);
        }),
      );
      expect(moved.map(text).toSorted()).toEqual(plain.toSorted());
    }),
    { numRuns: 60 },
  );
});

function text(value: unknown): string {
  return JSON.stringify(value);
}
