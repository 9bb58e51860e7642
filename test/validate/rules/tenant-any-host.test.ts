import { expect, test } from 'vitest';
import { findingsInFleet, told } from '../in-fleet.ts';

function say(apiVersion: string, kind: string, spec: object): readonly string[] {
  const text = JSON.stringify({ apiVersion, kind, metadata: { name: 'one', namespace: 'payments-dev' }, spec });
  const units = { 'dev/dev-eu-1/payments/checkout': text };
  return told(findingsInFleet({ rule: 'tenant-any-host', cluster: 'dev-eu-1', units }));
}
const ingress = (spec: object) => say('networking.k8s.io/v1', 'Ingress', spec);
const route = (spec: object) => say('gateway.networking.k8s.io/v1', 'HTTPRoute', spec);

test('an Ingress names its hosts', () => {
  expect(ingress({ rules: [{ host: 'a.payments.dev.meridian.example' }] })).toEqual([]);
  expect(ingress({ rules: [{ host: 'a.example' }, { http: { paths: [] } }] })).toEqual(['ingress /spec/rules/1']);
  expect(ingress({ defaultBackend: { service: { name: 'web' } } })).toEqual(['ingress /spec/defaultBackend']);
});

test('a route without hosts keeps to listeners of its own namespace', () => {
  expect(route({ parentRefs: [{ kind: 'ListenerSet', name: 'tenant' }] })).toEqual([]);
  expect(route({ parentRefs: [{ name: 'public', namespace: 'envoy' }] })).toEqual(['route /spec/parentRefs/0']);
  expect(route({ parentRefs: [{ name: 'public', namespace: 'envoy' }], hostnames: ['a.example'] })).toEqual([]);
  expect(route({ parentRefs: 'public' })).toEqual([]);
});
