import { expect, test } from 'vitest';
import { named, policy, sayOfPayments } from '../policies.ts';

const say = (spec: object, namespace = 'payments-dev') =>
  sayOfPayments('tenant-open-policy', [policy(namespace, { policyTypes: ['Ingress', 'Egress'], ...spec })]);

test('named peers, and pods of the own namespace', () => {
  expect(
    say({ ingress: [{ from: [named('envoy'), { podSelector: {} }] }], egress: [{ to: [{ podSelector: {} }] }] }),
  ).toEqual([]);
  expect(say({ ingress: [{ from: [{ ipBlock: { cidr: '192.0.2.0/24' } }] }] })).toEqual([]);
});

test.each([
  [{ ingress: [{}] }, 'anywhere /spec/ingress/0'],
  [{ ingress: [{ from: [], ports: [{ port: 80 }] }] }, 'anywhere /spec/ingress/0'],
  [{ egress: [{ ports: [{ port: 443 }] }] }, 'anywhere /spec/egress/0'],
  [{ ingress: [{ from: [{ namespaceSelector: {} }] }] }, 'every-namespace /spec/ingress/0/from/0/namespaceSelector'],
  [
    { egress: [{ to: [{ podSelector: {} }, { namespaceSelector: { matchLabels: {} }, podSelector: {} }] }] },
    'every-namespace /spec/egress/0/to/1/namespaceSelector',
  ],
  [{ ingress: [{ from: [{ ipBlock: { cidr: '0.0.0.0/0' } }] }] }, 'every-address /spec/ingress/0/from/0/ipBlock/cidr'],
  [{ ingress: [{ from: [{ ipBlock: { cidr: '::/0' } }] }] }, 'every-address /spec/ingress/0/from/0/ipBlock/cidr'],
])('%j opens everything', (spec, expected) => {
  expect(say(spec)).toEqual([expected]);
});

test('the platform may', () => {
  expect(say({ ingress: [{}], egress: [{}] }, 'monitoring')).toEqual([]);
});
