import { expect, test } from 'vitest';
import { named, namespace, policy, sayOfPayments } from '../policies.ts';

const known = [namespace('payments-dev'), namespace('storefront-dev'), namespace('envoy')];
const declared = { ingressFrom: [{ tenant: 'storefront', ports: [8443] }] };
const say = (spec: object, network: Parameters<typeof sayOfPayments>[2] = declared) =>
  sayOfPayments('network-reach', [...known, policy('payments-dev', spec)], network);
const from = (peer: object, ...ports: readonly object[]) => ({
  ingress: [{ from: [peer], ...(ports.length === 0 ? {} : { ports }) }],
});
const shop = named('storefront-dev');
const selector = '/spec/ingress/0/from/0/namespaceSelector';

test('what is declared passes, on its ports', () => {
  expect(say(from(shop, { port: 8443 }))).toEqual([]);
  expect(say(from(shop), { ingressFrom: [{ tenant: 'storefront' }] })).toEqual([]);
  expect(say(from(named('envoy')))).toEqual([]);
  expect(say(from(named('payments-dev')))).toEqual([]);
});

test('more does not', () => {
  expect(say(from(shop))).toEqual([`undeclared ${selector}`]);
  expect(say(from(shop, { port: 8443 }, { port: 22 }))).toEqual([`undeclared ${selector}`]);
  expect(say(from(shop, { port: 8443, endPort: 9000 }))).toEqual([`undeclared ${selector}`]);
  expect(say(from(shop, { port: 'https' }))).toEqual([`undeclared ${selector}`]);
  expect(say(from(shop, { port: 8443 }), {})).toEqual([`undeclared ${selector}`]);
});

test('selectors are applied to the labels of the namespaces', () => {
  const all = { namespaceSelector: { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'Exists' }] } };
  expect(say(from(all), {})).toEqual([`undeclared ${selector}`]);
  expect(say(from({ namespaceSelector: { matchLabels: { team: 'nobody' } } }), {})).toEqual([]);
});

test('the other way, and blocks of addresses', () => {
  const out = { policyTypes: ['Egress'], egress: [{ to: [shop], ports: [{ port: 80 }] }] };
  expect(say(out)).toEqual(['undeclared /spec/egress/0/to/0/namespaceSelector']);
  expect(say(out, { egressTo: [{ tenant: 'storefront', ports: [80] }] })).toEqual([]);
  const block = from({ ipBlock: { cidr: '192.0.2.0/24' } });
  expect(say(block)).toEqual(['undeclared-block /spec/ingress/0/from/0/ipBlock/cidr']);
  expect(say(block, { ingressFrom: [{ cidr: '192.0.0.0/16' }] })).toEqual([]);
});
