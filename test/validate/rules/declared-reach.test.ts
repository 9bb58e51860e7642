import { expect, test } from 'vitest';
import { named, namespace, policy, sayOfPayments } from '../policies.ts';

const deny = policy('payments-dev', { policyTypes: ['Ingress', 'Egress'] }, 'deny');
const say = (specs: readonly object[], network: Parameters<typeof sayOfPayments>[2]) =>
  sayOfPayments(
    'declared-reach',
    [
      namespace('payments-dev'),
      namespace('storefront-dev'),
      deny,
      ...specs.map((spec) => policy('payments-dev', spec)),
    ],
    network,
  );
const let8443 = { ingress: [{ from: [named('storefront-dev')], ports: [{ port: 8443 }] }] };
const one = { ingressFrom: [{ tenant: 'storefront', ports: [8443] }] };

test('a policy carries out what is declared', () => {
  expect(say([let8443], one)).toEqual([]);
  expect(say([{ ingress: [{ from: [named('storefront-dev')] }] }], one)).toEqual([]);
});

test('without one the declaration is empty words', () => {
  expect(say([], one)).toEqual(['ingress /metadata/name']);
  expect(say([let8443], { ingressFrom: [{ tenant: 'storefront', ports: [8443, 9090] }] })).toEqual([
    'ingress /metadata/name',
  ]);
  expect(say([let8443], { ingressFrom: [{ tenant: 'storefront' }] })).toEqual(['ingress /metadata/name']);
  expect(say([let8443], { egressTo: [{ tenant: 'storefront', ports: [80] }] })).toEqual(['egress /metadata/name']);
});

test('where nothing is closed everything passes', () => {
  const open = [namespace('payments-dev'), namespace('storefront-dev')];
  expect(sayOfPayments('declared-reach', open, one)).toEqual([]);
});
