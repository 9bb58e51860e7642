import { expect, test } from 'vitest';
import { component } from '../../model/platform.ts';
import { findingsInFleet, told } from '../in-fleet.ts';

function say(spec: object, unit = 'dev/hub-eu-1/payments/delivery', issues = true): readonly string[] {
  const text = JSON.stringify({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: { name: 'one' },
    spec,
  });
  return told(
    findingsInFleet({
      rule: 'tenant-certificates',
      cluster: 'hub-eu-1',
      units: { [unit]: text },
      change: (platform) => {
        if (issues)
          platform.components.push(component('issuers', { crds: [{ group: 'cert-manager.io', kind: 'Certificate' }] }));
      },
    }),
  );
}
const all = [
  { group: 'acme.cert-manager.io', kind: 'Challenge' },
  { group: 'acme.cert-manager.io', kind: 'Order' },
  { group: 'cert-manager.io', kind: 'Certificate' },
  { group: 'cert-manager.io', kind: 'CertificateRequest' },
];

test('the kinds are left out, one by one or by their groups', () => {
  expect(say({ namespaceResourceBlacklist: all })).toEqual([]);
  expect(say({ namespaceResourceBlacklist: [{ group: '*cert-manager.io', kind: '*' }] })).toEqual([]);
  expect(say({ namespaceResourceWhitelist: [{ group: 'apps', kind: '*' }] })).toEqual([]);
});

test('each way to a certificate is one too many', () => {
  expect(say({})).toEqual(['allowed /spec']);
  for (const one of all)
    expect(say({ namespaceResourceBlacklist: all.filter((other) => other !== one) })).toEqual(['allowed /spec']);
  expect(say({ namespaceResourceBlacklist: [{ group: 'certXmanager.io', kind: '*' }] })).toEqual(['allowed /spec']);
  expect(say({ namespaceResourceWhitelist: [{ group: '*', kind: '*' }] })).toEqual(['allowed /spec']);
});

test("the platform's own, and fleets without issuers", () => {
  expect(say({}, 'dev/hub-eu-1/platform/delivery')).toEqual([]);
  expect(say({}, 'dev/hub-eu-1/payments/delivery', false)).toEqual([]);
});
