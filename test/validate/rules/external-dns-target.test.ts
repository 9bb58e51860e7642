import { expect, test } from 'vitest';
import { findingsInFleet, told } from '../in-fleet.ts';

function say(target: string, namespace = 'payments-dev'): readonly string[] {
  const text = JSON.stringify({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'one', namespace, annotations: { 'external-dns.alpha.kubernetes.io/target': target } },
    spec: {},
  });
  const units = { 'dev/dev-eu-1/payments/checkout': text };
  return told(findingsInFleet({ rule: 'external-dns-target', cluster: 'dev-eu-1', units }));
}

test('records lead to names of the environment', () => {
  expect(say('lb.dev.meridian.example')).toEqual([]);
  expect(say('lb.dev.meridian.example, dev.meridian.example')).toEqual([]);
});

test('and to nothing else', () => {
  const at = '/metadata/annotations/external-dns.alpha.kubernetes.io~1target';
  expect(say('203.0.113.7')).toEqual([`outside ${at}`]);
  expect(say('lb.dev.meridian.example,elsewhere.example.org')).toEqual([`outside ${at}`]);
  expect(say('elsewhere.example.org', 'monitoring')).toEqual([]);
});
