import { expect, test } from 'vitest';
import { named, policy, sayOfPayments } from '../policies.ts';

const egress = (...rules: readonly object[]) => policy('payments-dev', { policyTypes: ['Egress'], egress: rules });
const dns = { to: [named('kube-system')], ports: [{ port: 53, protocol: 'UDP' }] };
const web = { to: [named('storefront-dev')], ports: [{ port: 80 }] };
const say = (...rules: readonly object[]) => sayOfPayments('dns-egress', [egress(...rules)]);

test("a tenant's pods may ask for names, whether the set has pods or not", () => {
  expect(say(dns, web)).toEqual([]);
  expect(say(web)).toEqual(['no-dns /spec']);
});

test('TCP alone, another port and another namespace will not do', () => {
  expect(say(web, { ...dns, ports: [{ port: 53 }] })).toEqual(['no-dns /spec']);
  expect(say(web, { ...dns, ports: [{ port: 54, protocol: 'UDP' }] })).toEqual(['no-dns /spec']);
  expect(say(web, { ...dns, to: [named('monitoring')] })).toEqual(['no-dns /spec']);
});

test('nothing and addresses need no names', () => {
  expect(say()).toEqual([]);
  expect(say({ to: [{ ipBlock: { cidr: '192.0.2.0/24' } }], ports: [{ port: 443 }] })).toEqual([]);
});

test('several policies add up, and each cause is told once', () => {
  const two = [egress(web), { ...egress(dns), metadata: { name: 'dns', namespace: 'payments-dev' } }];
  expect(sayOfPayments('dns-egress', two)).toEqual([]);
  const pods = ['a', 'b'].map((name) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'payments-dev' },
    spec: { containers: [{ name, image: 'registry.example.com/a:1' }] },
  }));
  expect(sayOfPayments('dns-egress', [egress(web), ...pods])).toEqual(['no-dns /spec']);
});
