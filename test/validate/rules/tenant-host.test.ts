import { expect, test } from 'vitest';
import { judge, selectRules } from '#src/validate/index.ts';
import { findingsInFleet, told } from '../in-fleet.ts';

const list = (...items: readonly object[]) => JSON.stringify({ apiVersion: 'v1', kind: 'List', items });

function object(apiVersion: string, kind: string, spec: object, annotations: object = {}): object {
  return { apiVersion, kind, metadata: { name: 'one', namespace: 'payments-dev', annotations }, spec };
}
const route = (host: string) => object('gateway.networking.k8s.io/v1', 'HTTPRoute', { hostnames: [host] });

function say(...objects: readonly object[]): readonly string[] {
  const units = { 'dev/dev-eu-1/payments/checkout': list(...objects) };
  return told(findingsInFleet({ rule: 'tenant-host', cluster: 'dev-eu-1', units }));
}

test("hosts below the tenant's own name in the environment's domain", () => {
  expect(say(route('payments.dev.meridian.example'))).toEqual([]);
  expect(say(route('checkout.payments.dev.meridian.example'))).toEqual([]);
  expect(say(route('*.payments.dev.meridian.example'))).toEqual([]);
});

test('hosts of others, of all, and of nobody', () => {
  expect(say(route('web.storefront.dev.meridian.example'))).toEqual(['foreign /spec/hostnames/0']);
  expect(say(route('*.dev.meridian.example'))).toEqual(['undeclared /spec/hostnames/0']);
  expect(say(route('dev.meridian.example'))).toEqual(['undeclared /spec/hostnames/0']);
  expect(say(route('evilpayments.dev.meridian.example'))).toEqual(['undeclared /spec/hostnames/0']);
  expect(say(route('shop.example.org'))).toEqual(['undeclared /spec/hostnames/0']);
});

test("a domain of the tenant's in another environment is not here", () => {
  expect(say(route('pay.meridian.example'))).toEqual(['undeclared /spec/hostnames/0']);
  const prod = route('pay.meridian.example');
  const text = list({ ...prod, metadata: { name: 'one', namespace: 'payments-prod' } });
  const units = { 'prod/prod-us-1/payments/checkout': text };
  expect(findingsInFleet({ rule: 'tenant-host', cluster: 'prod-us-1', units })).toEqual([]);
});

test('every kind that takes a host', () => {
  const host = 'web.storefront.dev.meridian.example';
  const key = 'external-dns.alpha.kubernetes.io/hostname';
  expect(
    say(
      object('networking.k8s.io/v1', 'Ingress', { rules: [{ host }], tls: [{ hosts: [host] }] }),
      object('cert-manager.io/v1', 'Certificate', {
        commonName: host,
        dnsNames: ['x.payments.dev.meridian.example', host],
      }),
      object('gateway.networking.k8s.io/v1', 'ListenerSet', { listeners: [{ hostname: host }] }),
      object('v1', 'Service', {}, { [key]: `a.payments.dev.meridian.example, ${host}` }),
    ),
  ).toEqual([
    'foreign /metadata/annotations/external-dns.alpha.kubernetes.io~1hostname',
    'foreign /spec/commonName',
    'foreign /spec/dnsNames/1',
    'foreign /spec/listeners/0/hostname',
    'foreign /spec/rules/0/host',
    'foreign /spec/tls/0/hosts/0',
  ]);
});

test('the platform takes any host', () => {
  const text = list({
    ...route('grafana.dev.meridian.example'),
    metadata: { name: 'one', namespace: 'monitoring' },
  });
  const units = { 'dev/dev-eu-1/platform/ingress': text };
  expect(findingsInFleet({ rule: 'tenant-host', cluster: 'dev-eu-1', units })).toEqual([]);
});

test('says nothing of plain files', () => {
  const rules = selectRules({ names: ['tenant-host'] });
  const files = [{ path: 'one.yaml', text: list(route('shop.example.org')) }];
  expect(judge(files, { target: { minor: 36 }, rules }).findings).toEqual([]);
});
