import { expect, test } from 'vitest';
import { findingsInFleet, told } from '../in-fleet.ts';

function say(unit: string, destination: string): readonly string[] {
  const text = `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata:\n  name: one\n  namespace: argocd\nspec:\n  destination: ${destination}\n`;
  return told(findingsInFleet({ rule: 'argo-destination-owner', cluster: 'hub-eu-1', units: { [unit]: text } }));
}

test('a tenant delivers to its own namespaces of that environment', () => {
  expect(say('dev/hub-eu-1/payments/delivery', '{ name: dev-eu-1, namespace: payments-dev }')).toEqual([]);
  expect(say('dev/hub-eu-1/payments/delivery', '{ name: dev-eu-1, namespace: storefront-dev }')).toEqual([
    'foreign /spec/destination/namespace',
  ]);
  expect(say('dev/hub-eu-1/payments/delivery', '{ name: prod-us-1, namespace: payments-prod }')).toEqual([
    'foreign /spec/destination/namespace',
  ]);
  expect(say('dev/hub-eu-1/payments/delivery', '{ name: dev-eu-1 }')).toEqual(['foreign /spec/destination']);
});

test('the platform delivers anywhere', () => {
  expect(say('dev/hub-eu-1/platform/delivery', '{ name: dev-eu-1, namespace: monitoring }')).toEqual([]);
});

test('a project of a tenant lists exact namespaces', () => {
  const text =
    'apiVersion: argoproj.io/v1alpha1\nkind: AppProject\nmetadata:\n  name: dev.payments\n  namespace: argocd\nspec:\n  destinations:\n    - { name: dev-eu-1, namespace: payments-dev }\n    - { name: dev-eu-1, namespace: payments-* }\n';
  const units = { 'dev/hub-eu-1/payments/delivery': text };
  expect(told(findingsInFleet({ rule: 'argo-destination-owner', cluster: 'hub-eu-1', units }))).toEqual([
    'foreign /spec/destinations/1/namespace',
  ]);
});
